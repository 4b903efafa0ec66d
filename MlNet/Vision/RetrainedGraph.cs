using System.Collections.Immutable;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace Microsoft.ML.Vision;

/// <summary>
/// A trained graph in one piece, as ML.NET saves it: from the bytes of an image file to the pixels that the network wants, and from these to the
/// scores. TensorFlow runs both parts; here the first is done by <see cref="ImageTensor"/>.
/// </summary>
internal sealed record RetrainedGraph(byte[] Bytes, string FileTensor, string PixelTensor, string InputTensor, string ScoreTensor, Network Network)
{
    private const string FileNode = "DecodeJPGInput";
    private const string PixelNode = "ResizeTensor";
    private const string InputNode = "input";

    internal int Classes => Network.Classes;

    /// <exception cref="ArgumentException">The score column's name is none that a node can have.</exception>
    internal static RetrainedGraph Of(Network features, BottleneckHead head, string scoreNode)
    {
        var network = WithHead(features, head);

        // Two graphs one behind the other are one graph with the nodes of both.
        byte[] bytes = [.. FrozenGraph.Export(network, InputNode, scoreNode), .. PixelsOfFiles(network.Architecture.Input).ToBytes()];
        return new RetrainedGraph(bytes, FileNode + ":0", PixelNode + ":0", InputNode, scoreNode + ":0", network);
    }

    /// <exception cref="InvalidDataException">The bytes are no graph, or not one that can be run here.</exception>
    internal static RetrainedGraph Load(byte[] bytes, string fileTensor, string pixelTensor, string inputTensor, string scoreTensor)
    {
        var pixels = Graph.Parse(bytes).Find(GraphInput.Parse(pixelTensor).Node);
        if (pixels?.Operation != "ResizeBilinear")
            throw new InvalidDataException($"Images are prepared for a graph by a node ResizeBilinear. Received: '{pixelTensor}', {pixels?.Operation ?? "which is not there"}.");
        return new RetrainedGraph(bytes, fileTensor, pixelTensor, inputTensor, scoreTensor, FrozenGraph.Import(bytes, NodeOf(inputTensor), NodeOf(scoreTensor)));
    }

    private static string NodeOf(string tensor) => GraphInput.Parse(tensor).Node;

    private static Network WithHead(Network features, BottleneckHead head)
    {
        var classes = head.Biases.Length;
        var length = features.Classes;
        var kernel = new float[length * classes];
        for (var k = 0; k < classes; k++)
        {
            for (var i = 0; i < length; i++)
                kernel[(i * classes) + k] = head.Weights[k][i];
        }

        ImmutableArray<Layer> layers = features.Architecture.Layers;
        var parameters = features.Parameters;
        if (!IsVector(features.Architecture))
        {
            layers = layers.Add(new Flatten());
            parameters = parameters.Add(new LayerParameters("bottleneck", []));
        }

        return Network.FromParameters(
            features.Architecture with { Name = "retrained", Layers = layers.Add(new Dense(classes) { Activation = Activation.Softmax }) },
            parameters.Add(new LayerParameters("final_retrain_ops", [new NamedArray("kernel", [length, classes], kernel), new NamedArray("bias", [classes], head.Biases)])));
    }

    // (None, length), where images are (None, height, width, channels).
    private static bool IsVector(NetworkArchitecture architecture) => architecture.Summarize().Layers[^1].OutputShape.Count(c => c == ',') == 1;

    private static Graph PixelsOfFiles(TensorShape shape)
    {
        var builder = new GraphBuilder();
        var file = builder.FilePlaceholder(FileNode);
        var pixels = builder.CastBytes("CastImage", builder.DecodeJpeg("DecodeJpeg", file, shape.Channels));
        pixels = builder.Multiply("ScaleImage", pixels, builder.Constant("ScaleImage/y", GraphTensor.OfSingles([1f / byte.MaxValue])));
        pixels = builder.ExpandDims("ExpandImage", pixels, builder.Constant("ExpandImage/dim", GraphTensor.OfIntegers([0])));
        builder.ResizeBilinear(PixelNode, pixels, builder.Constant("ResizeTensor/size", GraphTensor.OfIntegers([shape.Height, shape.Width], 2)));
        return builder.Build();
    }
}
