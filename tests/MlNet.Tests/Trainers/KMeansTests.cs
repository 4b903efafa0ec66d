using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

public sealed class KMeansTests
{
    private const int Features = 20;

    /// <summary>Bounds only spare work, and threads share it: from the same start both come to the same centres.</summary>
    [Fact]
    public void Threads_change_no_bit_and_bounds_no_cluster()
    {
        VBuffer<float>[] bounded = Centres(new KMeansTrainer.Options { NumberOfClusters = 7, NumberOfThreads = 1 });

        Assert.All(Centres(new KMeansTrainer.Options { NumberOfClusters = 7, NumberOfThreads = 3 }).Zip(bounded), pair => Assert.Equal(pair.Second.DenseValues(), pair.First.DenseValues()));
        VBuffer<float>[] unbounded = Centres(new KMeansTrainer.Options { NumberOfClusters = 7, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 200 }, rows: 200_000);
        VBuffer<float>[] partly = Centres(new KMeansTrainer.Options { NumberOfClusters = 7, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 200, AccelerationMemoryBudgetMb = 1 }, rows: 200_000);
        Assert.All(partly.Zip(unbounded), pair => Assert.All(pair.First.DenseValues().Zip(pair.Second.DenseValues()), values => Assert.Equal(values.First, values.Second, 1e-3f)));
    }

    /// <summary>From 60 clusters on the start draws more candidates than clusters and chooses among them.</summary>
    [Fact]
    public void Many_well_separated_clusters_are_found()
    {
        var random = new System.Random(5);
        var points = Enumerable.Range(0, 64 * 30)
            .Select(i => new Point { Features = [.. Enumerable.Range(0, 6).Select(j => ((i % 64 >> j & 1) * 10) + random.NextSingle())] }).ToList();
        var context = new MLContext(1);
        VBuffer<float>[] centres = [];

        context.Clustering.Trainers.KMeans(numberOfClusters: 64).Fit(context.Data.LoadFromEnumerable(points, SchemaOf(6))).Model.GetClusterCentroids(ref centres, out int count);

        // A corner may keep two centres and two corners share one, but that is rare after such a start.
        Assert.Equal(64, count);
        Assert.InRange(centres.Select(centre => string.Concat(centre.DenseValues().Select(value => value > 5 ? '1' : '0'))).Distinct().Count(), 58, 64);
    }

    [Theory]
    [InlineData(KMeansTrainer.InitializationAlgorithm.KMeansYinyang, "too few examples")]
    [InlineData(KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus, "only found 2 distinct instances")]
    public void Fewer_distinct_rows_than_clusters_are_refused(KMeansTrainer.InitializationAlgorithm start, string expected)
    {
        var context = new MLContext(1);
        IDataView data = context.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Point { Features = [i % 2, 1] }), SchemaOf(2));
        var trainer = context.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 3, InitializationAlgorithm = start });

        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => trainer.Fit(data)).Message, StringComparison.Ordinal);
    }

    private static VBuffer<float>[] Centres(KMeansTrainer.Options options, int rows = 3000)
    {
        var random = new System.Random(5);
        var points = Enumerable.Range(0, rows).Select(i => new Point { Features = [.. Enumerable.Range(0, Features).Select(j => (i % 9 == j ? 3 : 0) + random.NextSingle())] }).ToList();
        var context = new MLContext(1);
        VBuffer<float>[] found = [];
        context.Clustering.Trainers.KMeans(options).Fit(context.Data.LoadFromEnumerable(points, SchemaOf(Features))).Model.GetClusterCentroids(ref found, out _);
        return found;
    }

    private static SchemaDefinition SchemaOf(int features)
    {
        var schema = SchemaDefinition.Create(typeof(Point));
        schema[nameof(Point.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    private sealed class Point
    {
        public float[] Features { get; set; } = [];
    }
}
