using System.Collections.Concurrent;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>An ONNX model with the networks that have been made of it.</summary>
internal sealed class OnnxFile
{
    private readonly ConcurrentDictionary<string, Network> _networks = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The bytes are no ONNX model.</exception>
    internal OnnxFile(byte[] bytes)
    {
        Bytes = bytes;
        Graph = OnnxGraph.Parse(bytes);
    }

    internal byte[] Bytes { get; }

    internal OnnxGraph Graph { get; }

    /// <exception cref="InvalidDataException">What lies before the output is no network that can be run here.</exception>
    internal Network NetworkOf(string output) => _networks.GetOrAdd(output, static (name, bytes) => OnnxModel.Import(bytes, name), Bytes);

    /// <summary>The type of the column made of an output: a vector with all axes, open ones of size 1.</summary>
    /// <param name="output">The output.</param>
    /// <param name="shape">A shape that replaces the model's, or null.</param>
    /// <param name="count">How many values the network gives for a row.</param>
    internal static VectorDataViewType ColumnTypeOf(OnnxValue output, int[]? shape, int count)
    {
        var sizes = shape?.Select(size => (long?)size) ?? output.Shape;
        int[] dimensions = [.. (sizes ?? []).Select(size => size is > 0 and < int.MaxValue and var known ? (int)known : 1)];
        return dimensions.Aggregate(1L, (product, size) => product * size) == count && dimensions.Length > 0
            ? new VectorDataViewType(NumberDataViewType.Single, dimensions)
            : new VectorDataViewType(NumberDataViewType.Single, 1, count);
    }
}
