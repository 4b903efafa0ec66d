using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.Pipelines.Models;

/// <summary>
/// Writes a trained classifier as an ML.NET model of nothing but ML.NET's own components, so that every ML.NET app can load it:
/// all layers but the last as a frozen TensorFlow graph behind a <c>TensorFlowTransformer</c>, then the last one, which is
/// exactly a maximum-entropy model, behind a <c>MulticlassPredictionTransformer</c>.
/// </summary>
public static class NetworkModelArchive
{
    private const string FeaturesName = "CnnFeatures";
    private const string InputName = "CnnInput";

    /// <summary>Writes the archive; nothing is written where an exception is thrown.</summary>
    /// <param name="output">Where it goes; left open.</param>
    /// <param name="network">A network that ends in a dense layer with softmax.</param>
    /// <param name="featureColumn">The column with the images, a vector of Single of the network's input size, scaled as in training.</param>
    /// <param name="labelColumn">The label's name in the training data.</param>
    /// <param name="labelValues">
    /// What the classes are called, in the order of the network's outputs: texts or numbers, see <see cref="LabelValues"/>.
    /// With it the predicted label gets these key values; null where the label's keys have none.
    /// </param>
    /// <param name="trainingInput">The columns that the trainer was given.</param>
    /// <exception cref="ArgumentException">A column is not there or of another type, or the number of values is not that of the classes.</exception>
    /// <exception cref="InvalidOperationException">The network does not end in a dense layer with softmax.</exception>
    public static void Write(
        Stream output, Network network, string featureColumn, string labelColumn, Array? labelValues, DataViewSchema trainingInput)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(trainingInput);
        CheckFeatures(network, featureColumn, trainingInput);
        if (labelValues is not null && labelValues.Length != network.Classes)
        {
            throw new ArgumentException(
                $"A network of {network.Classes} classes needs as many label values. Received: {labelValues.Length}.", nameof(labelValues));
        }

        using var archive = new ModelArchiveWriter(output, $"MlNetFashion {typeof(NetworkModelArchive).Assembly.GetName().Version}");
        var chain = new ChainFolder(archive, "TransformerChain");
        var features = featureColumn;
        if (network.Architecture.Layers.Length > 1)
        {
            features = FreeName(FeaturesName, trainingInput);
            var input = NodeInput(chain, featureColumn, trainingInput);
            TensorFlowPart.Write(archive, chain.Next(), input, features, FrozenGraph.Export(network.WithoutHead(), input, features));
        }

        ClassifierPart.Write(archive, chain.Next(), network.Head, features, labelColumn, labelValues);
        chain.Close();
        archive.Commit();
    }

    /// <summary>The name of the column that feeds the graph: the features' own where a node can have it, else that of a copy.</summary>
    private static string NodeInput(ChainFolder chain, string featureColumn, DataViewSchema trainingInput)
    {
        if (FrozenGraph.IsNodeName(featureColumn) && !featureColumn.Contains('/', StringComparison.Ordinal))
            return featureColumn;
        var copy = FreeName(InputName, trainingInput);
        CopyPart.Write(chain.Archive, chain.Next(), copy, featureColumn);
        return copy;
    }

    private static string FreeName(string wanted, DataViewSchema schema)
    {
        var name = wanted;
        for (var number = 1; schema.GetColumnOrNull(name) is not null; number++)
            name = FormattableString.Invariant($"{wanted}{number}");
        return name;
    }

    private static void CheckFeatures(Network network, string featureColumn, DataViewSchema trainingInput)
    {
        var type = trainingInput.GetColumnOrNull(featureColumn)?.Type
            ?? throw new ArgumentException($"The training data has no column '{featureColumn}' for the features.", nameof(featureColumn));
        var size = network.Architecture.Input.Size;
        if (type is not VectorDataViewType vector || !vector.ItemType.Equals(NumberDataViewType.Single) || vector.Size != size)
            throw new ArgumentException($"The feature column '{featureColumn}' must be a vector of {size} Single. Received: {type}.", nameof(featureColumn));
    }
}
