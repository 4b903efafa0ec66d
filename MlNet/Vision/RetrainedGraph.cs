using System.Collections.Immutable;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Vision;

/// <summary>
/// A trained graph in one piece, as ML.NET saves it: from the bytes of an image file to the pixels that the network wants, and from these to the
/// scores. TensorFlow runs both parts; here the first is done by <see cref="ImageTensor"/>.
/// </summary>
internal sealed record RetrainedGraph(byte[] Bytes, string FileTensor, string PixelTensor, string InputTensor, string ScoreTensor, IImageScorer Scorer)
{
    private const string FileNode = "DecodeJPGInput";
    private const string PixelNode = "ResizeTensor";
    private const string InputNode = "input";
    private const int Colours = 3;

    internal int Classes => Scorer.Length;

    /// <exception cref="ArgumentException">The score column's name is none that a node can have.</exception>
    internal static RetrainedGraph Of(PretrainedFeatures features, BottleneckHead head, string scoreNode)
    {
        // Two graphs one behind the other are one graph with the nodes of both.
        var pixels = PixelsOfFiles(features.Scorer.Image).ToBytes();
        if (features.Scorer is NetworkScorer chain)
        {
            var network = WithHead(chain.Network, head);
            byte[] bytes = [.. FrozenGraph.Export(network, InputNode, scoreNode), .. pixels];
            return new RetrainedGraph(bytes, FileNode + ":0", PixelNode + ":0", InputNode, scoreNode + ":0", new NetworkScorer(network));
        }

        if (!FrozenGraph.IsNodeName(scoreNode) || Graph.Parse(features.Graph).Find(scoreNode) is not null)
            throw new ArgumentException($"The column of scores needs a name that a node of the graph can have and none has. Received: '{scoreNode}'.", nameof(scoreNode));
        byte[] whole = [.. pixels, .. HeadBehind(features, head, scoreNode).ToBytes(), .. features.Graph];
        return new RetrainedGraph(
            whole, FileNode + ":0", PixelNode + ":0", features.Input, scoreNode + ":0",
            new GraphScorer(FrozenGraph.Compile(Graph.Parse(whole), [features.Input], [scoreNode]), features.Scorer.Image));
    }

    /// <exception cref="InvalidDataException">The bytes are no graph, or not one that can be run here.</exception>
    internal static RetrainedGraph Load(byte[] bytes, string fileTensor, string pixelTensor, string inputTensor, string scoreTensor)
    {
        var graph = Graph.Parse(bytes);
        var pixels = graph.Find(GraphInput.Parse(pixelTensor).Node);
        if (pixels is not { Operation: "ResizeBilinear", Inputs: [_, var size] })
            throw new InvalidDataException($"Images are prepared for a graph by a node ResizeBilinear. Received: '{pixelTensor}', {pixels?.Operation ?? "which is not there"}.");
        if (FrozenGraph.TryImport(bytes, NodeOf(inputTensor), NodeOf(scoreTensor)) is { } network)
            return new RetrainedGraph(bytes, fileTensor, pixelTensor, inputTensor, scoreTensor, new NetworkScorer(network));
        if (FrozenGraph.Compile(graph, [], [size.ToString()]).Run([])[0] is not { Type: ElementType.Int32, Count: 2 } sides
            || sides.Integers[0] is < 1 or > short.MaxValue || sides.Integers[1] is < 1 or > short.MaxValue)
        {
            throw new InvalidDataException($"The node '{pixels.Name}' that prepares images must scale them to a constant height and width.");
        }

        var compiled = FrozenGraph.Compile(graph, [NodeOf(inputTensor)], [NodeOf(scoreTensor)]);
        var channels = graph.Nodes.FirstOrDefault(node => node.Operation is "DecodeJpeg" or "DecodePng")?.Integer("channels") is >= 1 and <= 4 and var known ? (int)known : Colours;
        return new RetrainedGraph(
            bytes, fileTensor, pixelTensor, inputTensor, scoreTensor, new GraphScorer(compiled, new TensorShape((int)sides.Integers[0], (int)sides.Integers[1], channels)));
    }

    private static Graph HeadBehind(PretrainedFeatures features, BottleneckHead head, string scoreNode)
    {
        var (length, classes) = (features.Scorer.Length, head.Biases.Length);
        var builder = new GraphBuilder();
        var rows = builder.Reshape("bottleneck", builder.Outside(features.Output), builder.Constant("bottleneck/shape", GraphTensor.OfIntegers([-1, length], 2)));
        var logits = builder.MatMul("final_retrain_ops/MatMul", rows, builder.Constant("final_retrain_ops/weights", GraphTensor.OfSingles(Kernel(head, length), length, classes)));
        logits = builder.Add("final_retrain_ops/add", logits, builder.Constant("final_retrain_ops/biases", GraphTensor.OfSingles(head.Biases, classes)));
        builder.Unary("Softmax", scoreNode, logits);
        return builder.Build();
    }

    /// <summary>The head's weights, [features, classes].</summary>
    private static float[] Kernel(BottleneckHead head, int length)
    {
        var kernel = new float[length * head.Biases.Length];
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] = head.Weights[i % head.Biases.Length][i / head.Biases.Length];
        return kernel;
    }

    private static string NodeOf(string tensor) => GraphInput.Parse(tensor).Node;

    private static Network WithHead(Network features, BottleneckHead head)
    {
        var classes = head.Biases.Length;
        var length = features.Classes;
        var kernel = Kernel(head, length);
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
