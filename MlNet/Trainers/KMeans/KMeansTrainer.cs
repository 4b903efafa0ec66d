using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Lloyd's k-means: each row belongs to its nearest centre, each centre moves to the mean of its rows, until nothing improves.</summary>
public partial class KMeansTrainer : TrainerEstimatorBase<ClusteringPredictionTransformer<KMeansModelParameters>, KMeansModelParameters>
{
    // A cluster and two bounds a row.
    private const long BoundsPerMegabyte = (1 << 20) / (sizeof(int) + (2 * sizeof(float)));

    private readonly Options _options;

    internal KMeansTrainer(IHostEnvironment environment, Options options)
        : base(
            environment.Register(nameof(KMeansTrainer)),
            TrainerColumns.Features(options.FeatureColumnName),
            weight: TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        _options = options;
        if (options.NumberOfClusters <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"NumberOfClusters must be greater than 0. Received: {options.NumberOfClusters}.");
        if (options.MaximumNumberOfIterations <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"MaximumNumberOfIterations must be greater than 0. Received: {options.MaximumNumberOfIterations}.");
        if (options.NumberOfThreads is <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"NumberOfThreads must be greater than 0. Received: {options.NumberOfThreads}.");
        if (options.AccelerationMemoryBudgetMb <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"AccelerationMemoryBudgetMb must be greater than 0. Received: {options.AccelerationMemoryBudgetMb}.");
        if (!(options.OptimizationTolerance > 0))
            throw new ArgumentOutOfRangeException(nameof(options), "OptimizationTolerance must be greater than 0.");
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: true);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.ClusteringOutput();

    private protected override KMeansModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        using TrainingSet data = TrainingSet.Read(input, FeatureColumn, LabelColumn, WeightColumn, channel);
        if (data.Count < _options.NumberOfClusters)
            throw new InvalidOperationException($"At least as many rows as clusters were expected, {_options.NumberOfClusters}. Received: {data.Count}.");
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.NumberOfThreads ?? Environment.ProcessorCount };
        float[][] start = new KMeansStart(data, _options.NumberOfClusters, Host.Rand, parallel).Choose(_options.InitializationAlgorithm);
        var lloyd = new Lloyd(data, start, (int)Math.Min(data.Count, _options.AccelerationMemoryBudgetMb * BoundsPerMegabyte), parallel);
        double last = double.PositiveInfinity;
        for (int iteration = 1; iteration <= _options.MaximumNumberOfIterations; iteration++)
        {
            double score = lloyd.Step();
            channel.Trace(MessageSensitivity.None, "KMeans iteration {0}: average score {1:G7}", iteration, score);
            if (Math.Abs(last - score) < _options.OptimizationTolerance)
                break;
            last = score;
        }

        return new KMeansModelParameters(lloyd.Centroids());
    }

    private protected override ClusteringPredictionTransformer<KMeansModelParameters> MakeTransformer(KMeansModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
