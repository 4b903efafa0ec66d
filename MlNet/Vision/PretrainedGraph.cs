using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;
using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace Microsoft.ML.Vision;

/// <summary>The file of a pretrained graph, the nodes between which the part lies that is kept, and the side of its images where the graph does not say.</summary>
internal sealed record PretrainedGraph(string FileName, string Input, string Bottleneck, int ImageSize)
{
    private const string ResourceVariable = "MICROSOFTML_RESOURCE_PATH";
    private const string ResourceFolder = "MLNET";
    private const int Colours = 3;

    internal static PretrainedGraph Of(Architecture architecture) => architecture switch
    {
        Architecture.ResnetV2101 => new("resnet_v2_101_299.meta", "input", "resnet_v2_101/SpatialSqueeze", 299),
        Architecture.InceptionV3 => new("inception_v3.meta", "input", "InceptionV3/Logits/SpatialSqueeze", 299),
        Architecture.MobilenetV2 => new("mobilenet_v2.meta", "import/input", "import/MobilenetV2/Logits/Squeeze", 224),
        Architecture.ResnetV250 => new("resnet_v2_50_299.meta", "input", "resnet_v2_50/SpatialSqueeze", 299),
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, "There is no such pretrained graph."),
    };

    /// <summary>What turns images into features, from the first folder that has the file.</summary>
    /// <exception cref="FileNotFoundException">No folder has it.</exception>
    /// <exception cref="InvalidDataException">It is no graph, or not one that can be run here.</exception>
    internal PretrainedFeatures Load(string? workspace, string temporaryFolder)
    {
        string?[] folders = [workspace, Environment.GetEnvironmentVariable(ResourceVariable), Path.Combine(temporaryFolder, ResourceFolder)];
        var paths = folders.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, FileName)).ToArray();
        var path = paths.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"The pretrained graph is not there and is not downloaded: put TensorFlow's meta graph '{FileName}', or any frozen graph under that name, "
            + $"into one of these places: {string.Join(", ", paths.Select(place => $"'{place}'"))}.",
            paths[0]);
        try
        {
            return Features(MetaGraph.GraphOf(File.ReadAllBytes(path)));
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"The pretrained graph '{path}' cannot be used: {fault.Message}", fault);
        }
    }

    private PretrainedFeatures Features(byte[] bytes)
    {
        var graph = Graph.Parse(bytes);
        var isExpected = graph.Find(Input) is not null && graph.Find(Bottleneck) is not null;
        var (input, output) = isExpected ? (Input, Bottleneck) : FrozenGraph.FindFeatures(graph);
        if (FrozenGraph.TryImport(bytes, input, output) is { } network)
            return new PretrainedFeatures(new NetworkScorer(network), bytes, input, output);
        var compiled = FrozenGraph.Compile(graph, [input], [output]);
        return new PretrainedFeatures(new GraphScorer(compiled, ImageOf(compiled.Inputs[0])), bytes, input, output);
    }

    /// <summary>The shape of the images that a placeholder takes: its own, or the usual one along axes that are open.</summary>
    private TensorShape ImageOf(TensorPort port) => port.Shape switch
    {
        null or { Length: 0 } => new TensorShape(ImageSize, ImageSize, Colours),
        [_, var height and (< 1 or <= short.MaxValue), var width and (< 1 or <= short.MaxValue), var channels and (< 1 or <= 4)] => new TensorShape(
            height < 1 ? ImageSize : (int)height, width < 1 ? ImageSize : (int)width, channels < 1 ? Colours : (int)channels),
        var shape => throw new InvalidDataException($"Its input '{port.Name}' must take images [batch, height, width, channels]. Received: [{string.Join(", ", shape.Value)}]."),
    };
}
