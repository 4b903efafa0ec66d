using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// Networks as ONNX models (operator set 13), for inference: layers that only act while training (dropout) vanish. What is exported
/// is read by ONNX Runtime, OpenCV and ML.NET's OnnxTransformer.
/// </summary>
public static class OnnxModel
{
    /// <summary>Writes a network as an ONNX model.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputName">Name of the input, <c>[N, channels, height, width]</c> (<c>[N, length]</c> for a network of vectors).</param>
    /// <param name="outputName">Name of the output, <c>[N, classes]</c>.</param>
    /// <exception cref="ArgumentException">A name is empty, or both are the same.</exception>
    /// <exception cref="NotSupportedException">A layer has no counterpart in ONNX.</exception>
    public static byte[] Export(Network network, string inputName, string outputName)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(inputName);
        ArgumentException.ThrowIfNullOrEmpty(outputName);
        if (inputName == outputName)
            throw new ArgumentException($"The input and the output of a model need different names. Received: '{inputName}' for both.", nameof(outputName));
        return new OnnxExporter(network, inputName, outputName).Export().ToBytes();
    }

    /// <summary>Makes a network of a model whose operations follow one upon another from its only input to <paramref name="output"/>.</summary>
    /// <param name="model">The model's bytes.</param>
    /// <param name="output">Name of the value that is wanted, any value of the graph; null for the model's only output.</param>
    /// <returns>
    /// The network. As everywhere in this library it takes images <c>[batch, height, width, channels]</c>; the model itself has the
    /// channels first, which is the same only where there is one.
    /// </returns>
    /// <exception cref="InvalidDataException">The bytes are no model, the value is not there, or the operations are no such network.</exception>
    public static Network Import(ReadOnlySpan<byte> model, string? output = null)
    {
        var graph = OnnxGraph.Parse(model);
        if (graph.Inputs is not [var input])
            throw new InvalidDataException($"The ONNX model has {graph.Inputs.Length} inputs; expected one.");
        if (output is null && graph.Outputs.Length != 1)
        {
            var names = graph.Outputs.Select(value => $"'{value.Name}'");
            throw new InvalidDataException($"The ONNX model has the outputs {string.Join(", ", names)}; say which one is wanted.");
        }

        return new OnnxImporter(graph, input).Import(output ?? graph.Outputs[0].Name);
    }

    /// <summary>What <see cref="Import"/> gives, or null where the operations are no such network, or images are so large (beyond 96 x 96 of three colours) that a graph, which runs them one by one, serves better.</summary>
    public static Network? TryImport(ReadOnlySpan<byte> model, string? output = null)
    {
        try
        {
            return Import(model, output) is { } network && network.Architecture.Input.Size <= NetworkInput.LargestTogether ? network : null;
        }
        catch (InvalidDataException)
        {
            // What is no chain of layers may still be a graph, and what is damaged is told by whoever reads that.
            return null;
        }
    }

    /// <summary>The type that graphs use for one of ONNX's.</summary>
    /// <exception cref="InvalidDataException">It is not supported.</exception>
    public static ElementType TypeOf(OnnxDataType type) =>
        OnnxTypes.Of((long)type) ?? throw new InvalidDataException($"Values of ONNX's type {type} are not supported.");

    /// <summary>Makes a graph that runs what a model's outputs need, whatever its shape. Where <see cref="Import"/> can be used, it is faster for many images.</summary>
    /// <param name="model">The model.</param>
    /// <param name="outputs">Names of the values that are wanted; null for the model's outputs.</param>
    /// <returns>The graph: its inputs are all of the model's, its tensors are as the model has them, images with the channels first.</returns>
    /// <exception cref="InvalidDataException">A value is not there, or the model has an operation that is not supported; the sentence names the node.</exception>
    public static InferenceGraph Compile(OnnxGraph model, IReadOnlyList<string>? outputs = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new OnnxCompiler(model).Compile(outputs ?? [.. model.Outputs.Select(output => output.Name)]);
    }
}
