using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace MlNetFashion.MlNet.Tests.Trainers.FastTree;

public sealed class FastTreeTests
{
    [Fact]
    public void Trees_of_a_number_follow_steps_and_survive_a_file()
    {
        var context = new MLContext(1);
        ArrayView data = Steps(rows: 2000, out float[] labels);
        RegressionPredictionTransformer<FastTreeRegressionModelParameters> model = context.Regression.Trainers.FastTree().Fit(data);
        RegressionMetrics metrics = context.Regression.Evaluate(model.Transform(data));
        Assert.InRange(metrics.RSquared, 0.999, 1);
        Assert.Equal(100, model.Model.TrainedTreeEnsemble.Trees.Count);

        using var file = new MemoryStream();
        context.Model.Save(model, data.Schema, file);
        ITransformer loaded = new MLContext().Model.Load(file, out _);
        Assert.IsType<RegressionPredictionTransformer<FastTreeRegressionModelParameters>>(loaded);
        Assert.Equal(model.Transform(data).GetColumn<float>("Score"), loaded.Transform(data).GetColumn<float>("Score"));
    }

    [Fact]
    public void A_weight_of_two_is_a_row_twice()
    {
        var context = new MLContext(1);
        ArrayView once = Steps(300, out float[] labels);
        float[] weights = [.. Enumerable.Range(0, 300).Select(row => row % 3 == 0 ? 2f : 1f)];
        int[] repeated = [.. Enumerable.Range(0, 300).SelectMany(row => row % 3 == 0 ? new[] { row, row } : [row])];
        float[][] features = [.. once.GetColumn<float[]>("Features")];
        ArrayView twice = new ArrayView(repeated.Length)
            .With("Label", NumberDataViewType.Single, [.. repeated.Select(row => labels[row])])
            .WithVectors("Features", 3, [.. repeated.Select(row => features[row])]);
        ArrayView weighted = new ArrayView(labels.Length)
            .With("Label", NumberDataViewType.Single, labels)
            .WithVectors("Features", 3, features)
            .With("Weight", NumberDataViewType.Single, weights);
        var options = new FastTreeRegressionTrainer.Options { MinimumExampleCountPerLeaf = 1, NumberOfTrees = 10, NumberOfLeaves = 6 };
        float[] expected = [.. context.Regression.Trainers.FastTree(options).Fit(twice).Transform(once).GetColumn<float>("Score")];
        options.ExampleWeightColumnName = "Weight";
        float[] scores = [.. context.Regression.Trainers.FastTree(options).Fit(weighted).Transform(once).GetColumn<float>("Score")];
        for (int i = 0; i < scores.Length; i++)
            Assert.Equal(expected[i], scores[i], 1e-4f);
    }

    [Fact]
    public void Training_stops_where_validation_rows_get_worse()
    {
        var context = new MLContext(1);
        var random = new System.Random(3);
        ArrayView train = Noise(400, random);
        ArrayView validation = Noise(400, random);
        var options = new FastTreeBinaryTrainer.Options { EarlyStoppingRule = new TolerantEarlyStoppingRule(0.001f), EarlyStoppingMetric = EarlyStoppingMetric.L2Norm };
        int stopped = Trees(context.BinaryClassification.Trainers.FastTree(options).Fit(train, validation));
        Assert.InRange(stopped, 1, 60);
        Assert.Equal(100, Trees(context.BinaryClassification.Trainers.FastTree(options).Fit(train)));

        static int Trees(BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<FastTreeBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>> model) =>
            model.Model.SubModel.TrainedTreeEnsemble.Trees.Count;
    }

    [Fact]
    public void Drawn_rows_and_features_still_learn()
    {
        var context = new MLContext(1);
        ArrayView data = Steps(2000, out _);
        var options = new FastTreeRegressionTrainer.Options { BaggingSize = 1, FeatureFraction = 0.7, FeatureFractionPerSplit = 0.7 };
        float[] first = [.. context.Regression.Trainers.FastTree(options).Fit(data).Transform(data).GetColumn<float>("Score")];
        RegressionPredictionTransformer<FastTreeRegressionModelParameters> model = context.Regression.Trainers.FastTree(options).Fit(data);
        Assert.InRange(context.Regression.Evaluate(model.Transform(data)).RSquared, 0.98, 1);
        Assert.Equal(first, model.Transform(data).GetColumn<float>("Score"));
    }

    [Fact]
    public void Few_histograms_give_the_same_trees()
    {
        var random = new System.Random(5);
        using var packed = new PackedRows(20);
        var targets = new double[3000];
        for (int row = 0; row < targets.Length; row++)
        {
            Span<float> features = packed.Append();
            foreach (ref float feature in features)
                feature = random.Next(100);
            targets[row] = features[3] + Math.Sqrt(features[17]) + random.NextDouble();
        }

        BinnedRows rows = BinnedRows.Make(packed, 255, 2);
        TreeNodes many = Grow(long.MaxValue);
        TreeNodes few = Grow(1);
        Assert.Equal(40, many.Leaves);
        Assert.Equal(many.Thresholds, few.Thresholds);
        Assert.Equal(many.LeafValues, few.LeafValues);

        TreeNodes Grow(long histogramBytes) =>
            new TreeGrower(rows, null, new TreeSettings { Leaves = 40, MinimumRows = 5, Threads = 2, HistogramBytes = histogramBytes }).Grow(targets, [])!.Nodes;
    }

    [Fact]
    public void Bad_options_and_data_are_refused()
    {
        var context = new MLContext(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => context.BinaryClassification.Trainers.FastTree(numberOfLeaves: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.BinaryClassification.Trainers.FastTree(learningRate: 0));
        Assert.Throws<ArgumentException>(() => context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { DropoutRate = 0.5 }));
        ArrayView missing = new ArrayView(2)
            .With("Label", NumberDataViewType.Single, [1f, 2f])
            .WithVectors("Features", 1, [[float.NaN], [float.NaN]]);
        Assert.Throws<InvalidOperationException>(() => context.Regression.Trainers.FastTree().Fit(missing));
    }

    private static ArrayView Steps(int rows, out float[] labels)
    {
        var random = new System.Random(1);
        float[][] features = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextSingle(), random.NextSingle(), random.NextSingle() })];
        labels = [.. features.Select(row => (row[0] > 0.3f ? 2f : 0f) + (row[1] > 0.6f ? 1f : 0f))];
        return new ArrayView(rows).With("Label", NumberDataViewType.Single, labels).WithVectors("Features", 3, features);
    }

    private static ArrayView Noise(int rows, System.Random random)
    {
        float[][] features = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextSingle(), random.NextSingle() })];
        bool[] labels = [.. features.Select(row => row[0] + random.NextSingle() > 1)];
        return new ArrayView(rows).With("Label", BooleanDataViewType.Instance, labels).WithVectors("Features", 2, features);
    }
}
