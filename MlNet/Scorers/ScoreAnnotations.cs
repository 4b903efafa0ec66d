namespace Microsoft.ML.Data;

/// <summary>The annotations by which score columns say what they are and which of them belong together.</summary>
internal static class ScoreAnnotations
{
    internal const string MulticlassKind = "MulticlassClassification";
    internal const string BinaryKind = "BinaryClassification";
    internal const string AnomalyKind = "AnomalyDetection";
    internal const string ClusteringKind = "Clustering";
    internal const string RegressionKind = "Regression";
    internal const string ScoreValue = "Score";
    internal const string ProbabilityValue = "Probability";
    internal const string PredictedLabelValue = "PredictedLabel";

    internal static readonly KeyDataViewType SetIdType = new(typeof(uint), int.MaxValue);

    /// <summary>The number of the next set of score columns of a schema, from 1.</summary>
    internal static uint NextSetId(DataViewSchema schema)
    {
        var highest = 0u;
        foreach (var column in schema)
        {
            if (column.Annotations.Schema.GetColumnOrNull(AnnotationKinds.ScoreColumnSetId) is not { } annotation || annotation.Type.RawType != typeof(uint))
                continue;
            var id = 0u;
            column.Annotations.GetValue(AnnotationKinds.ScoreColumnSetId, ref id);
            highest = Math.Max(highest, id);
        }

        return highest + 1;
    }

    internal static void AddKind(DataViewSchema.Annotations.Builder builder, string columnKind) =>
        builder.AddPrimitiveValue(AnnotationKinds.ScoreColumnKind, TextDataViewType.Instance, columnKind.AsMemory());

    internal static void AddValueKind(DataViewSchema.Annotations.Builder builder, string valueKind) =>
        builder.AddPrimitiveValue(AnnotationKinds.ScoreValueKind, TextDataViewType.Instance, valueKind.AsMemory());

    internal static void AddSetId(DataViewSchema.Annotations.Builder builder, uint setId) =>
        builder.AddPrimitiveValue(AnnotationKinds.ScoreColumnSetId, SetIdType, setId);

    /// <summary>All three annotations of a column that is not specific to one kind of scorer.</summary>
    internal static DataViewSchema.Annotations Of(string columnKind, string valueKind, uint setId)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        AddSetId(builder, setId);
        AddKind(builder, columnKind);
        AddValueKind(builder, valueKind);
        return builder.ToAnnotations();
    }

    /// <summary>The same annotations, before any data is seen.</summary>
    internal static SchemaShape Shape(params SchemaShape.Column[] more) => new(
    [
        new SchemaShape.Column(AnnotationKinds.ScoreColumnSetId, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true),
        new SchemaShape.Column(AnnotationKinds.ScoreColumnKind, SchemaShape.Column.VectorKind.Scalar, TextDataViewType.Instance, false),
        new SchemaShape.Column(AnnotationKinds.ScoreValueKind, SchemaShape.Column.VectorKind.Scalar, TextDataViewType.Instance, false),
        .. more,
    ]);
}
