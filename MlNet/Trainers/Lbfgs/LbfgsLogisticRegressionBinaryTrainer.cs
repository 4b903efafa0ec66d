using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Logistic regression: minimises the mean of log(1 + exp(-y s)), plus half the squared length of the weights times l2 and the sum of their magnitudes times
/// l1, both over the number of rows.
/// </summary>
public sealed partial class LbfgsLogisticRegressionBinaryTrainer
    : LbfgsTrainerBase<
        LbfgsLogisticRegressionBinaryTrainer.Options,
        BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>,
        CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>,
      IBinaryTrainer
{
    internal LbfgsLogisticRegressionBinaryTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(LbfgsLogisticRegressionBinaryTrainer)), options, TrainerColumns.BooleanLabel(options.LabelColumnName))
    {
    }

    SchemaShape.Column IBinaryTrainer.FeatureColumn => FeatureColumn;

    SchemaShape.Column IBinaryTrainer.WeightColumn => WeightColumn;

    int? IBinaryTrainer.NumberOfThreads => Settings.NumberOfThreads;

    /// <summary>Trains on <paramref name="trainData"/>, starting from an earlier linear model.</summary>
    public BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>> Fit(
        IDataView trainData, LinearModelParameters modelParameters) => Fit(trainData, (object)modelParameters);

    RowOrders IBinaryTrainer.DrawOrders(TrainingSet data, IChannel channel) => RowOrders.AsRead(Host.Rand);

    object IBinaryTrainer.TrainOn(TrainingSet data, object? initial, IChannel channel, RowOrders orders) => TrainOn(data, initial, channel);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: true);

    private protected override CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        return TrainOn(data, initial, channel);
    }

    private protected override BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>> MakeTransformer(
        CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);

    private CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> TrainOn(TrainingSet data, object? initial, IChannel channel)
    {
        float[]? start = initial is LinearModelParameters earlier ? [earlier.Bias, .. earlier.Weights] : null;
        if (start is not null && start.Length != data.Rows.Features + 1)
            throw new ArgumentException($"An earlier model of {data.Rows.Features} features was expected. Received: {start.Length - 1}.", "modelParameters");
        float[] signs = data.Signs;
        QuasiNewtonResult result = Optimize(
            data,
            1,
            start,
            channel,
            (from, solver, threads, report) => LinearSolver.Logistic(data.Rows, signs, data.Weights, Settings.L2Regularization, threads, from, solver, report));
        return BinaryModels.Logistic(result.Point, Settings.ShowTrainingStatistics ? Statistics(result, data, row => signs[row] > 0 ? 1 : 0, classes: 2) : null);
    }
}
