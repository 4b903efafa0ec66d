using MlNetFashion.Interchange.Models;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Scores a feature column with a regression model: adds the score.</summary>
public sealed class RegressionPredictionTransformer<TModel> : SingleFeaturePredictionTransformerBase<TModel>
    where TModel : class
{
    internal RegressionPredictionTransformer(IHostEnvironment environment, TModel model, DataViewSchema trainSchema, string featureColumnName)
        : base(environment.Register(nameof(RegressionPredictionTransformer<TModel>)), model, trainSchema, featureColumnName)
    {
    }

    private protected override IRowMapper MakeScorer(DataViewSchema inputSchema, DataViewSchema.Column feature)
    {
        uint setId = ScoreAnnotations.NextSetId(inputSchema);
        DataViewSchema.Annotations annotations = ScoreAnnotations.Of(ScoreAnnotations.RegressionKind, ScoreAnnotations.ScoreValue, setId);
        return new RegressionScorer(Mapper, feature, new DataViewSchema.DetachedColumn("Score", NumberDataViewType.Single, annotations));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader("REG PRED", 0x00010001, 0x00010001, "RegressionPredXfer", MlNetAssemblies.Data));
        block.WriteString(FeatureColumnName);
        PredictionModels.Save(ctx, Model, TrainSchema);
    }
}
