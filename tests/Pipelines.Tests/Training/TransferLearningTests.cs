using Microsoft.ML;
using Microsoft.ML.Data;
#if MLNET_MANAGED
using Microsoft.ML.Vision;
#endif
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

/// <summary>A network that has learned to tell five kinds of clothing apart helps to learn the other five from few images.</summary>
public sealed class TransferLearningTests : IClassFixture<TransferLearningTests.Pretrained>
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly Pretrained _pretrained;
    private readonly IDataView _few;
    private readonly IDataView _test;

    public TransferLearningTests(Pretrained pretrained)
    {
        _pretrained = pretrained;
        _few = _mlContext.Data.LoadFromEnumerable(Rows(count: 200, first: 10_000));
        _test = _mlContext.Data.LoadFromEnumerable(Rows(count: 800, first: 20_000));
    }

    [Fact]
    public void Features_of_a_frozen_graph_are_learned_from_better_than_pixels()
    {
        var plain = Learner("Normalized");
        var transferred = _mlContext.FrozenFeatures("Features", "Normalized", _pretrained.GraphFile).Append(Learner("Features"));

        var before = Accuracy(plain);
        var after = Accuracy(transferred);

        Assert.True(after > before + 0.02, $"{after} after {before}");
        Assert.True(after > 0.75, $"{after}");
    }

    [Fact]
    public void The_graph_is_saved_with_the_model()
    {
        var model = _mlContext.Transforms.NormalizePixels("Normalized", "Pixels")
            .Append(_mlContext.FrozenFeatures("Features", "Normalized", _pretrained.GraphFile))
            .Append(Learner("Features")).Fit(_few);
        using var file = new MemoryStream();
        _mlContext.Model.Save(model, _few.Schema, file);
        var loaded = new MLContext().Model.Load(file, out _);

        Assert.Equal(Scores(model.Transform(_test)), Scores(loaded.Transform(_test)));
        Assert.DoesNotContain(loaded.Transform(_test).Schema, column => !column.IsHidden && column.Name.StartsWith("Frozen", StringComparison.Ordinal));
    }

#if MLNET_MANAGED
    [Fact]
    public void Image_files_are_classified_on_top_of_an_own_graph()
    {
        using var folder = new TemporaryFolder();
        folder.Write("resnet_v2_50_299.meta", File.ReadAllBytes(_pretrained.GraphFile));
        var options = new ImageClassificationTrainer.Options
        {
            FeatureColumnName = "File",
            WorkspacePath = folder.Path,
            Arch = ImageClassificationTrainer.Architecture.ResnetV250,
            Epoch = 30,
            LearningRateScheduler = new Microsoft.ML.Trainers.ExponentialLRDecay(0.05f),
        };
        var pipeline = _mlContext.Transforms.Conversion.MapValueToKey("Label")
            .Append(_mlContext.Transforms.LoadRawImageBytes("File", folder.Path, "Name"))
            .Append(_mlContext.MulticlassClassification.Trainers.ImageClassification(options));
        var few = Files(folder.Path, Rows(count: 200, first: 10_000), "few");
        var test = Files(folder.Path, Rows(count: 300, first: 20_000), "test");

        var metrics = _mlContext.MulticlassClassification.Evaluate(pipeline.Fit(few).Transform(test));

        Assert.True(metrics.MicroAccuracy > 0.7, $"{metrics.MicroAccuracy}");
    }
#endif

    [Fact]
    public void What_is_no_such_graph_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<FileNotFoundException>(() => _mlContext.FrozenFeatures("Features", "Pixels", Path.Combine(folder.Path, "none.pb")));
        Assert.Throws<InvalidDataException>(() => _mlContext.FrozenFeatures("Features", "Pixels", folder.Write("bad.pb", [1, 2, 3])));
    }

    private IEstimator<ITransformer> Learner(string features) => _mlContext.Transforms.Conversion.MapValueToKey("Label")
        .Append(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(featureColumnName: features));

    private double Accuracy(IEstimator<ITransformer> learner)
    {
        var pipeline = _mlContext.Transforms.NormalizePixels("Normalized", "Pixels").Append(learner);
        return _mlContext.MulticlassClassification.Evaluate(pipeline.Fit(_few).Transform(_test)).MicroAccuracy;
    }

    private static float[] Scores(IDataView scored) => [.. scored.GetColumn<float[]>("Score").SelectMany(score => score)];

    /// <summary>Images of the last five classes.</summary>
    private static IEnumerable<Row> Rows(int count, long first)
    {
        var images = SketchData.Draw(2 * count, seed: 1, first);
        return Enumerable.Range(0, images.Count).Where(i => images.Labels[i] >= 5).Select(i => new Row
        {
            Label = FashionMnist.ClassNames[images.Labels[i]],
            Pixels = [.. images.Pixels.Slice(i * 784, 784).ToArray().Select(pixel => (float)pixel)],
        }).ToArray();
    }

#if MLNET_MANAGED
    private IDataView Files(string folder, IEnumerable<Row> rows, string prefix) => _mlContext.Data.LoadFromEnumerable(rows.Select((row, index) =>
    {
        row.Name = $"{prefix}{index}.png";
        byte[] rgba = [.. row.Pixels.SelectMany(pixel => new[] { (byte)pixel, (byte)pixel, (byte)pixel, byte.MaxValue })];
        using var image = MLImage.CreateFromPixels(28, 28, MLPixelFormat.Rgba32, rgba);
        image.Save(Path.Combine(folder, row.Name));
        return row;
    }).ToArray());
#endif

    /// <summary>A network trained on the first five classes, as a frozen graph.</summary>
    public sealed class Pretrained : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Pretrained()
        {
            var images = SketchData.Draw(4000, seed: 1);
            var known = Enumerable.Range(0, images.Count).Where(i => images.Labels[i] < 5).ToArray();
            var shape = new TensorShape(28, 28, 1);
            var architecture = new NetworkArchitecture("clothes", shape,
            [
                new Conv2D(12) { Activation = Activation.Relu },
                new MaxPool2D(),
                new Conv2D(24) { Activation = Activation.Relu },
                new MaxPool2D(),
                new Flatten(),
                new Dense(5) { Activation = Activation.Softmax },
            ]);
            var set = ImageSet.FromBytes(
                [.. known.SelectMany(i => images.Pixels.Slice(i * 784, 784).ToArray())], 1f / 255, [.. known.Select(i => (int)images.Labels[i])], shape, 5);
            var network = NetworkTrainer.Train(architecture, set, null, new TrainingOptions { Epochs = 4, Seed = 2 }).Network;
            GraphFile = _folder.Write("clothes.pb", FrozenGraph.Export(network, "images", "classes"));
        }

        public string GraphFile { get; }

        public void Dispose() => _folder.Dispose();
    }

    private sealed class Row
    {
        public string Label { get; set; } = "";

        public string Name { get; set; } = "";

        [VectorType(784)]
        public float[] Pixels { get; set; } = [];
    }
}
