using Microsoft.ML;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.Pipelines;

/// <summary>Transfer learning: what one network has learned, as features for another model.</summary>
public static class FrozenFeaturesCatalog
{
    private const string InputNode = "FrozenInput";
    private const string OutputNode = "FrozenFeatures";

    /// <summary>
    /// Features that a trained network makes of images: a frozen graph without its last dense layer with softmax, if it ends in one. The network does
    /// not change; a trainer behind it learns from the features. The graph is saved with the model, which ML.NET loads anywhere.
    /// </summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="outputColumnName">The new column, a vector of Single.</param>
    /// <param name="inputColumnName">The images as the network was trained on them, a vector of Single of height x width x channels.</param>
    /// <param name="graphFile">A frozen TensorFlow graph with one input and one output, such as <see cref="FrozenGraph.Export"/> writes, or a meta graph of one.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such graph.</exception>
    /// <exception cref="FileNotFoundException">There is no such file, or the suite was built against ML.NET assemblies without the TensorFlow part.</exception>
    /// <example>
    /// <code>
    /// File.WriteAllBytes("clothes.pb", FrozenGraph.Export(network, "images", "classes"));
    /// var pipeline = mlContext.Transforms.NormalizePixels("Normalized", "Pixels")
    ///     .Append(mlContext.FrozenFeatures("Features", "Normalized", "clothes.pb"))
    ///     .Append(mlContext.Transforms.Conversion.MapValueToKey("Label"))
    ///     .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy());
    /// </code>
    /// </example>
    public static IEstimator<ITransformer> FrozenFeatures(this MLContext mlContext, string outputColumnName, string inputColumnName, string graphFile)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        ArgumentException.ThrowIfNullOrEmpty(inputColumnName);
        ArgumentException.ThrowIfNullOrEmpty(graphFile);
        MlNetParts.RequireTensorFlow();
        var network = FrozenGraph.ImportFeatures(MetaGraph.GraphOf(File.ReadAllBytes(graphFile)));

        // ML.NET takes a graph from a file, and names columns like nodes.
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, FrozenGraph.Export(network, InputNode, OutputNode));
#if MLNET_TENSORFLOW
            return mlContext.Transforms.CopyColumns(InputNode, inputColumnName)
                .Append(mlContext.Model.LoadTensorFlowModel(file).ScoreTensorFlowModel(OutputNode, InputNode))
                .Append(mlContext.Transforms.CopyColumns(outputColumnName, OutputNode))
                .Append(mlContext.Transforms.DropColumns(InputNode, OutputNode));
#else
            throw new NotSupportedException("There is no TensorFlow part.");
#endif
        }
        finally
        {
            File.Delete(file);
        }
    }
}
