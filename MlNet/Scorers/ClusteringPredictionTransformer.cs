using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Scores a feature column with a clustering model: adds the nearest cluster, a key, and the squared distances, one a cluster.</summary>
public sealed class ClusteringPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    private readonly VectorDataViewType _scoreType;

    internal ClusteringPredictionTransformer(IHostEnvironment environment, TModel model, DataViewSchema trainSchema, string featureColumnName)
        : base(environment.Register(nameof(ClusteringPredictionTransformer<TModel>)), model, trainSchema, featureColumnName)
    {
        _scoreType = Mapper.OutputType as VectorDataViewType
            ?? throw new ArgumentException($"A model with a vector of distances was expected. Received: {Mapper.OutputType}.", nameof(model));
    }

    private protected override IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature)
    {
        uint setId = ScoreAnnotations.NextSetId(inputSchema);
        return new ClusteringScorer(
            Mapper,
            feature,
            new DataViewSchema.DetachedColumn(
                "PredictedLabel",
                new KeyDataViewType(typeof(uint), _scoreType.Size),
                ScoreAnnotations.Of(ScoreAnnotations.ClusteringKind, ScoreAnnotations.PredictedLabelValue, setId)),
            new DataViewSchema.DetachedColumn(
                "Score", _scoreType, ScoreAnnotations.Of(ScoreAnnotations.ClusteringKind, ScoreAnnotations.ScoreValue, setId)));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader("CLUSPRED", 0x00010001, 0x00010001, "ClusteringPredXfer", MlNetAssemblies.Data));
        block.WriteString(FeatureColumnName);
        PredictionModels.Save(ctx, Model, TrainSchema);
    }
}
