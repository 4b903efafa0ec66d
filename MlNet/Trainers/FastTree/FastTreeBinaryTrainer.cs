using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Boosted trees of a binary label: minimises the logistic loss of twice the learning rate times the score, which the model's calibrator turns into the
/// probability.
/// </summary>
public sealed partial class FastTreeBinaryTrainer
    : BoostingFastTreeTrainerBase<
        FastTreeBinaryTrainer.Options,
        BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>>,
        CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>>,
      IBinaryTrainer
{
    internal FastTreeBinaryTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(FastTreeBinaryTrainer)), options, TrainerColumns.BooleanLabel(options.LabelColumnName))
    {
    }

    SchemaShape.Column IBinaryTrainer.FeatureColumn => FeatureColumn;

    SchemaShape.Column IBinaryTrainer.WeightColumn => WeightColumn;

    int? IBinaryTrainer.NumberOfThreads => Settings.NumberOfThreads;

    private double Steepness => 2 * Settings.LearningRate;

    /// <summary>Trains on <paramref name="trainData"/>, judging the trees by <paramref name="validationData"/> where an option asks for it.</summary>
    public BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>> Fit(IDataView trainData, IDataView validationData) =>
        Fit(trainData, (object)validationData);

    RowOrders IBinaryTrainer.DrawOrders(TrainingSet data, IChannel channel) => RowOrders.AsRead(Host.Rand);

    object IBinaryTrainer.TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders) => TrainOn(data, null, channel);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: true);

    private protected override ITreeLoss MakeLoss(TrainingSet data) =>
        new LogisticTreeLoss(data.Labels, Steepness, Settings.UnbalancedSets, Settings.EarlyStoppingMetric);

    private protected override CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator> MakeModel(TreeNodes[] trees, int features) =>
        new CalibratedModelParameters<FastTreeBinaryModelParameters, PlattCalibrator>(
            new FastTreeBinaryModelParameters(trees, 0, features, null, Arguments()), new PlattCalibrator(-Steepness, 0), CalibratedBlock.Trees);

    private protected override BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>> MakeTransformer(
        CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator> model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
