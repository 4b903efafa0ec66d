using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace Microsoft.ML.Vision;

/// <summary>The file of a pretrained graph, and the nodes between which the part lies that is kept.</summary>
internal sealed record PretrainedGraph(string FileName, string Input, string Bottleneck)
{
    private const string ResourceVariable = "MICROSOFTML_RESOURCE_PATH";
    private const string ResourceFolder = "MLNET";

    internal static PretrainedGraph Of(Architecture architecture) => architecture switch
    {
        Architecture.ResnetV2101 => new("resnet_v2_101_299.meta", "input", "resnet_v2_101/SpatialSqueeze"),
        Architecture.InceptionV3 => new("inception_v3.meta", "input", "InceptionV3/Logits/SpatialSqueeze"),
        Architecture.MobilenetV2 => new("mobilenet_v2.meta", "import/input", "import/MobilenetV2/Logits/Squeeze"),
        Architecture.ResnetV250 => new("resnet_v2_50_299.meta", "input", "resnet_v2_50/SpatialSqueeze"),
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, "There is no such pretrained graph."),
    };

    /// <summary>The network from images to features, from the first folder that has the file.</summary>
    /// <exception cref="FileNotFoundException">No folder has it.</exception>
    /// <exception cref="InvalidDataException">It is no graph, or not one that can be run here.</exception>
    internal Network Load(string? workspace, string temporaryFolder)
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

    private Network Features(byte[] bytes)
    {
        var graph = Graph.Parse(bytes);
        return graph.Find(Input) is not null && graph.Find(Bottleneck) is not null
            ? FrozenGraph.Import(bytes, Input, Bottleneck)
            : FrozenGraph.ImportFeatures(bytes);
    }
}
