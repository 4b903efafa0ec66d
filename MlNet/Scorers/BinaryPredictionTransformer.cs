using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Scores a feature column with a binary classifier: adds the predicted label, a Boolean, the score and, where the model is calibrated, the probability.</summary>
public sealed class BinaryPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    internal BinaryPredictionTransformer(
        IHostEnvironment environment, TModel model, DataViewSchema trainSchema, string featureColumnName, float threshold = 0, string thresholdColumn = "Score")
        : base(environment.Register(nameof(BinaryPredictionTransformer<TModel>)), model, trainSchema, featureColumnName)
    {
        Threshold = threshold;
        ThresholdColumn = thresholdColumn;
    }

    /// <summary>The score or probability above which the label is predicted to be true.</summary>
    internal float Threshold { get; }

    /// <summary>Whether the threshold is held against the score or the probability.</summary>
    internal string ThresholdColumn { get; }

    internal BinaryPredictionTransformer<TModel> WithThreshold(float threshold) =>
        threshold == Threshold ? this : new(Host, Model, TrainSchema, FeatureColumnName, threshold, ThresholdColumn);

    private protected override IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature)
    {
        uint setId = ScoreAnnotations.NextSetId(inputSchema);
        var columns = new List<DataViewSchema.DetachedColumn>
        {
            new("PredictedLabel", BooleanDataViewType.Instance, ScoreAnnotations.Of(ScoreAnnotations.BinaryKind, ScoreAnnotations.PredictedLabelValue, setId)),
            new("Score", NumberDataViewType.Single, ScoreAnnotations.Of(ScoreAnnotations.BinaryKind, ScoreAnnotations.ScoreValue, setId)),
        };
        if (Mapper is IProbabilityMapper)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(ScoreAnnotations.Of(ScoreAnnotations.BinaryKind, ScoreAnnotations.ProbabilityValue, setId), _ => true);
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            columns.Add(new("Probability", NumberDataViewType.Single, annotations.ToAnnotations()));
        }

        return new BinaryScorer(Mapper, feature, [.. columns], Threshold, ThresholdColumn == "Probability");
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader("BIN PRED", 0x00010001, 0x00010001, "BinaryPredXfer", MlNetAssemblies.Data));
        block.WriteString(FeatureColumnName);
        block.WriteSingle(Threshold);
        block.WriteString(ThresholdColumn);
        PredictionModels.Save(ctx, Model, TrainSchema);
    }
}
