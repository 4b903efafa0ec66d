using System.Collections.Concurrent;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>An ONNX model with the networks that have been made of it.</summary>
internal sealed class OnnxFile
{
    private readonly ConcurrentDictionary<string, Network?> _networks = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The bytes are no ONNX model.</exception>
    internal OnnxFile(byte[] bytes)
    {
        Bytes = bytes;
        Graph = OnnxGraph.Parse(bytes);
    }

    internal byte[] Bytes { get; }

    internal OnnxGraph Graph { get; }

    /// <summary>The networks that give outputs, where all of them are chains of layers behind images or vectors; null otherwise.</summary>
    internal Network[]? NetworksOf(string[] outputs)
    {
        if (Graph.Inputs is not [{ Type: null or OnnxDataType.Single, Shape: [null or 1, ..] }]
            || Graph.Outputs.Any(output => outputs.Contains(output.Name) && output.Type is not (null or OnnxDataType.Single)))
        {
            return null;
        }

        var networks = new Network[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            if (_networks.GetOrAdd(outputs[i], static (name, bytes) => OnnxModel.TryImport(bytes, name), Bytes) is not { } network)
                return null;
            networks[i] = network;
        }

        return networks;
    }

    /// <exception cref="InvalidDataException">The model has an operation that is not supported.</exception>
    internal InferenceGraph GraphOf(string[] outputs) => OnnxModel.Compile(Graph, outputs);

    /// <summary>The type of the column made of an output: a vector with all axes, open ones of size 1.</summary>
    /// <param name="output">The output.</param>
    /// <param name="shape">A shape that replaces the model's, or null.</param>
    /// <param name="count">How many values there are for a row, where that is known.</param>
    internal static VectorDataViewType ColumnTypeOf(OnnxValue output, int[]? shape, int? count)
    {
        var type = GraphTypes.ColumnTypeOf(output.Type is { } declared ? OnnxModel.TypeOf(declared) : ElementType.Single);
        var sizes = shape?.Select(size => (long?)size) ?? output.Shape;
        int[] dimensions = [.. (sizes ?? []).Select(size => size is > 0 and < int.MaxValue and var known ? (int)known : 1)];
        if (dimensions.Length == 0)
            return new VectorDataViewType(type, count ?? 1);
        return count is null || dimensions.Aggregate(1L, (product, size) => product * size) == count
            ? new VectorDataViewType(type, dimensions)
            : new VectorDataViewType(type, 1, count.Value);
    }
}
