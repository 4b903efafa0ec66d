using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.Pipelines.Models;

/// <summary>
/// Writes a trained classifier as an ML.NET model of nothing but ML.NET's own components, so that every ML.NET app can load it:
/// all layers but the last as a frozen TensorFlow graph behind a <c>TensorFlowTransformer</c> or as ONNX behind an
/// <c>OnnxTransformer</c>, then the last one, which is exactly a maximum-entropy model, behind a <c>MulticlassPredictionTransformer</c>.
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
    /// <param name="scorer">What runs the layers but the last. The default value is <see cref="FeatureScorer.TensorFlow"/>.</param>
    /// <exception cref="ArgumentException">A column is not there or of another type, or the number of values is not that of the classes.</exception>
    /// <exception cref="InvalidOperationException">The network does not end in a dense layer with softmax.</exception>
    public static void Write(
        Stream output, Network network, string featureColumn, string labelColumn, Array? labelValues, DataViewSchema trainingInput,
        FeatureScorer scorer = FeatureScorer.TensorFlow)
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
        var head = new ClassifierPart(network.Head, labelColumn, labelValues);
        if (network.Architecture.Layers.Length == 1)
        {
            head.Write(archive, chain.Next(), featureColumn);
        }
        else
        {
            var features = FreeName(FeaturesName, trainingInput);
            if (scorer == FeatureScorer.Onnx)
            {
                CheckChannels(network);
                OnnxPart.Write(archive, chain.Next(), featureColumn, features, OnnxModel.Export(network.WithoutHead(), featureColumn, features));
            }
            else
            {
                var input = NodeInput(chain, featureColumn, trainingInput);
                TensorFlowPart.Write(archive, chain.Next(), input, features, FrozenGraph.Export(network.WithoutHead(), input, features));
            }

            // An OnnxTransformer keeps the axis of the batch.
            head.Write(archive, chain.Next(), features, withBatchAxis: scorer == FeatureScorer.Onnx);
        }

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

    // ONNX has the channels first, the column has them last: the same only where there is one.
    private static void CheckChannels(Network network)
    {
        if (network.Architecture.Input is { Channels: > 1 } image && image.Height * image.Width > 1)
            throw new ArgumentException($"An ONNX model in an ML.NET pipeline needs images of one channel. Received: {image}. Use {FeatureScorer.TensorFlow} for them.");
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
