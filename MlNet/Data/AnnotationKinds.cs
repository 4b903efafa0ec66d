namespace Microsoft.ML.Data;

/// <summary>The names of annotations.</summary>
internal static class AnnotationKinds
{
    internal const string KeyValues = "KeyValues";
    internal const string SlotNames = "SlotNames";
    internal const string IsNormalized = "IsNormalized";
    internal const string CategoricalSlotRanges = "CategoricalSlotRanges";
    internal const string ScoreColumnSetId = "ScoreColumnSetId";
    internal const string ScoreColumnKind = "ScoreColumnKind";
    internal const string ScoreValueKind = "ScoreValueKind";
    internal const string TrainingLabelValues = "TrainingLabelValues";
}
