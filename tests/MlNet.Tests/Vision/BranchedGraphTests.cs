using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;
using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace MlNetFashion.MlNet.Tests.Vision;

/// <summary>Pretrained graphs that are no chains of layers, under the names that TensorFlow's own have.</summary>
public sealed class BranchedGraphTests : IClassFixture<BarImages>, IDisposable
{
    private readonly BarImages _bars;
    private readonly MLContext _context = new(seed: 1);
    private readonly string _workspace = Directory.CreateTempSubdirectory("branched").FullName;

    public BranchedGraphTests(BarImages bars) => _bars = bars;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Theory]
    [InlineData(Architecture.InceptionV3, "inception_v3.meta", "input", "InceptionV3/Logits/SpatialSqueeze")]
    [InlineData(Architecture.MobilenetV2, "mobilenet_v2.meta", "import/input", "import/MobilenetV2/Logits/Squeeze")]
    [InlineData(Architecture.ResnetV2101, "resnet_v2_101_299.meta", "some_input", "some_output")]
    public void A_classifier_is_trained_on_the_features_of_branches_saved_and_loaded(Architecture architecture, string file, string input, string output)
    {
        File.WriteAllBytes(Path.Combine(_workspace, file), Branched(input, output).ToBytes());
        var view = _context.Data.LoadFromEnumerable(_bars.Rows);
        var pipeline = _context.Transforms.Conversion.MapValueToKey("Class")
            .Append(_context.Transforms.LoadRawImageBytes("File", _bars.Folder, "Name"))
            .Append(_context.MulticlassClassification.Trainers.ImageClassification(new Options
            {
                LabelColumnName = "Class",
                FeatureColumnName = "File",
                WorkspacePath = _workspace,
                Arch = architecture,
                Epoch = 60,
                LearningRateScheduler = new ExponentialLRDecay(0.5f),
            }));
        var model = pipeline.Fit(view);
        var scored = model.Transform(view);
        Assert.True(_context.MulticlassClassification.Evaluate(scored, "Class").MicroAccuracy > 0.9);

        using var saved = new MemoryStream();
        _context.Model.Save(model, view.Schema, saved);
        var loaded = new MLContext().Model.Load(saved, out _);
        Assert.Equal(scored.GetColumn<float[]>("Score").SelectMany(score => score), loaded.Transform(view).GetColumn<float[]>("Score").SelectMany(score => score));

        // The saved graph is a graph of TensorFlow's like any other.
        var graph = Graph.Parse(File.ReadAllBytes(Path.Combine(_workspace, $"custom_retrained_model_based_on_{file}.pb")));
        Assert.Equal(4, FrozenGraph.Compile(graph, [input], ["Score"]).Run([MlNetFashion.NeuralNetworks.Graphs.DenseTensor.OfSingles(new float[144], 1, 12, 12, 1)])[0].Count);
    }

    /// <summary>How much of a line of each kind there is anywhere, beside the mean brightness: two branches that are joined.</summary>
    private static Graph Branched(string input, string output)
    {
        // Lying, standing, rising and falling lines of three pixels, [height, width, channels, filters].
        bool[][] lines = [[.. Nine(i => i / 3 == 1)], [.. Nine(i => i % 3 == 1)], [.. Nine(i => (i / 3) + (i % 3) == 2)], [.. Nine(i => i / 3 == i % 3)]];
        float[] kernel = [.. Enumerable.Range(0, 36).Select(i => lines[i % 4][i / 4] ? 2f : -1f)];
        var builder = new GraphBuilder();
        var x = builder.Placeholder(input, -1, BarImages.Size, BarImages.Size, 1);
        var found = builder.Unary("Relu", "found", builder.Conv2D("lines", x, builder.Constant("kernel", GraphTensor.OfSingles(kernel, 3, 3, 1, 4)), 1, GraphPadding.Valid));
        found = builder.MaxPool("strongest", found, 10, 10, GraphPadding.Valid);
        var mean = builder.AvgPool("mean", x, 12, 12, GraphPadding.Valid);
        var both = builder.Node("ConcatV2", "both", [found, mean, builder.Constant("axis", GraphTensor.OfIntegers([-1]))], ("N", 2L), ("T", GraphDataType.Single), ("Tidx", GraphDataType.Int32));
        builder.Node("Squeeze", output, [both], ("T", GraphDataType.Single), ("squeeze_dims", new[] { 1L, 2 }));
        return builder.Build();

        static IEnumerable<bool> Nine(Func<int, bool> isLine) => Enumerable.Range(0, 9).Select(isLine);
    }
}
