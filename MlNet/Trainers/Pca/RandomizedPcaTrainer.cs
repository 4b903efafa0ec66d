using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Trainers;

/// <summary>Finds the principal axes of usual rows; rows far from what they span are anomalies.</summary>
public sealed partial class RandomizedPcaTrainer : TrainerEstimatorBase<AnomalyPredictionTransformer<PcaModelParameters>, PcaModelParameters>
{
    private readonly Options _options;
    private readonly int _seed;

    internal RandomizedPcaTrainer(IHostEnvironment environment, Options options)
        : base(
            environment.Register(nameof(RandomizedPcaTrainer)),
            TrainerColumns.Features(options.FeatureColumnName),
            weight: TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        _options = options;
        _seed = options.Seed ?? Host.Rand.Next();
        if (options.Rank <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"Rank must be positive. Received: {options.Rank}.");
        if (options.Oversampling < 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"Oversampling must be at least 0. Received: {options.Oversampling}.");
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: false);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);

    private protected override PcaModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        int features = ((VectorDataViewType)input.Schema[FeatureColumn.Name].Type).Size;
        if (_options.Rank > features)
            throw new ArgumentOutOfRangeException(nameof(input), $"Rank ({_options.Rank}) cannot be larger than the original dimension ({features})");
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        (PrincipalAxes axes, float[] mean) = RandomizedPca.FitWithMean(data, _options.Rank, _options.Oversampling, _options.EnsureZeroMean, new Random(_seed));
        return new PcaModelParameters(features, axes.Axes, _options.EnsureZeroMean ? mean : []);
    }

    private protected override AnomalyPredictionTransformer<PcaModelParameters> MakeTransformer(PcaModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
