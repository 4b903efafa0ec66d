using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Scores a feature column with an anomaly detector: adds the predicted label, true for an anomaly, and the score.</summary>
public sealed class AnomalyPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    private readonly float _threshold;
    private readonly string _thresholdColumn;

    internal AnomalyPredictionTransformer(
        IHostEnvironment environment, TModel model, DataViewSchema trainSchema, string featureColumnName, float threshold = 0.5f, string thresholdColumn = "Score")
        : base(environment.Register(nameof(AnomalyPredictionTransformer<TModel>)), model, trainSchema, featureColumnName)
    {
        _threshold = threshold;
        _thresholdColumn = thresholdColumn;
    }

    internal AnomalyPredictionTransformer<TModel> WithThreshold(float threshold) =>
        threshold == _threshold ? this : new(Host, Model, TrainSchema, FeatureColumnName, threshold, _thresholdColumn);

    private protected override IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature)
    {
        uint setId = ScoreAnnotations.NextSetId(inputSchema);
        DataViewSchema.DetachedColumn[] columns =
        [
            new("PredictedLabel", BooleanDataViewType.Instance, ScoreAnnotations.Of(ScoreAnnotations.AnomalyKind, ScoreAnnotations.PredictedLabelValue, setId)),
            new("Score", NumberDataViewType.Single, ScoreAnnotations.Of(ScoreAnnotations.AnomalyKind, ScoreAnnotations.ScoreValue, setId)),
        ];
        return new BinaryScorer(Mapper, feature, columns, _threshold, byProbability: false);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader("ANOMPRED", 0x00010001, 0x00010001, "AnomalyPredXfer", MlNetAssemblies.Data));
        block.WriteString(FeatureColumnName);
        block.WriteSingle(_threshold);
        block.WriteString(_thresholdColumn);
        PredictionModels.Save(ctx, Model, TrainSchema);
    }
}
