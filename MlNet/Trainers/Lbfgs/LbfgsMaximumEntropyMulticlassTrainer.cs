using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Soft-max regression: minimises the mean cross-entropy, plus half the squared length of the weights times l2 and the sum of their magnitudes times l1,
/// both over the number of rows. Biases are not penalised.
/// </summary>
public sealed partial class LbfgsMaximumEntropyMulticlassTrainer
    : LbfgsTrainerBase<LbfgsMaximumEntropyMulticlassTrainer.Options, MulticlassPredictionTransformer<MaximumEntropyModelParameters>, MaximumEntropyModelParameters>
{
    internal LbfgsMaximumEntropyMulticlassTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(LbfgsMaximumEntropyMulticlassTrainer)), options, TrainerColumns.KeyLabel(options.LabelColumnName))
    {
    }

    /// <summary>Trains on <paramref name="trainData"/>, starting from the parameters of an earlier model.</summary>
    /// <exception cref="ArgumentException">The earlier model has another number of classes or features.</exception>
    public MulticlassPredictionTransformer<MaximumEntropyModelParameters> Fit(IDataView trainData, MaximumEntropyModelParameters modelParameters) =>
        Fit(trainData, (object)modelParameters);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.MulticlassOutput(inputSchema, LabelColumn);

    private protected override MaximumEntropyModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        int classes = TrainingSet.KeyCount(input, LabelColumn);
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        float[]? start = initial is MaximumEntropyModelParameters model ? model.ToParameters(classes, data.Rows.Features) : null;
        int[] labels = data.Classes;
        QuasiNewtonResult result = Optimize(
            data,
            classes,
            start,
            channel,
            (from, solver, threads, report) =>
                LinearSolver.Softmax(data.Rows, classes, labels, data.Weights, Settings.L2Regularization, threads, from, solver, report));
        var parts = LinearMulticlassParts.FromParameters(
            data.Rows.Features, classes, result.Point, LinearMulticlassParts.LabelNamesOf(input.Schema[LabelColumn.Name], classes));
        return new MaximumEntropyModelParameters(parts, Settings.ShowTrainingStatistics ? Statistics(result, data, row => labels[row], classes) : null);
    }

    private protected override MulticlassPredictionTransformer<MaximumEntropyModelParameters> MakeTransformer(
        MaximumEntropyModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name);
}
