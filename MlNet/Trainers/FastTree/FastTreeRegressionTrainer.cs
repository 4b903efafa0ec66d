using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Boosted trees of a number: minimises the squared distance of score and label.</summary>
public sealed partial class FastTreeRegressionTrainer
    : BoostingFastTreeTrainerBase<FastTreeRegressionTrainer.Options, RegressionPredictionTransformer<FastTreeRegressionModelParameters>, FastTreeRegressionModelParameters>
{
    internal FastTreeRegressionTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(FastTreeRegressionTrainer)), options, TrainerColumns.SingleLabel(options.LabelColumnName))
    {
    }

    /// <summary>Trains on <paramref name="trainData"/>, judging the trees by <paramref name="validationData"/> where an option asks for it.</summary>
    public RegressionPredictionTransformer<FastTreeRegressionModelParameters> Fit(IDataView trainData, IDataView validationData) => Fit(trainData, (object)validationData);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.RegressionOutput();

    private protected override ITreeLoss MakeLoss(TrainingSet data) => new SquaredTreeLoss(data.Labels, Settings.EarlyStoppingMetric);

    private protected override FastTreeRegressionModelParameters MakeModel(TreeNodes[] trees, int features) => new(trees, 0, features, null, Arguments());

    private protected override RegressionPredictionTransformer<FastTreeRegressionModelParameters> MakeTransformer(
        FastTreeRegressionModelParameters model, DataViewSchema trainSchema) => new(Host, model, trainSchema, FeatureColumn.Name);
}
