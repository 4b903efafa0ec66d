using System.Collections.Concurrent;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Transforms;

/// <summary>A frozen graph with the networks that have been made of it; shared by everything that comes of one file.</summary>
internal sealed class FrozenModel
{
    private readonly ConcurrentDictionary<(string Input, string Output), Network?> _networks = new();
    private readonly IReadOnlyDictionary<string, long[]> _shapes;

    /// <exception cref="InvalidDataException">The bytes are no frozen graph.</exception>
    internal FrozenModel(byte[] bytes)
    {
        Bytes = bytes;
        Graph = Graph.Parse(bytes);
        _shapes = GraphShapes.Of(Graph);
    }

    internal byte[] Bytes { get; }

    internal Graph Graph { get; }

    /// <summary>The networks between an input and outputs, where all of them are chains of layers behind images or vectors; null otherwise.</summary>
    internal Network[]? NetworksOf(string[] inputs, string[] outputs)
    {
        if (inputs is not [var input] || Find(input)?.Type("dtype") is not (null or GraphDataType.Single))
            return null;
        var networks = new Network[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            if (_networks.GetOrAdd((input, outputs[i]), static (names, bytes) => FrozenGraph.TryImport(bytes, names.Input, names.Output), Bytes) is not { } network)
                return null;
            networks[i] = network;
        }

        return networks;
    }

    /// <exception cref="InvalidDataException">What lies between the nodes has an operation that is not supported.</exception>
    internal InferenceGraph GraphOf(string[] inputs, string[] outputs) => FrozenGraph.Compile(Graph, inputs, outputs);

    /// <summary>An input with the shape that is known of it.</summary>
    internal TensorPort Port(TensorPort port) =>
        GraphInput.Parse(port.Name) is { Output: 0 } place && _shapes.TryGetValue(place.Node, out var shape) ? port with { Shape = [.. shape] } : port;

    /// <summary>The type that a column made of a node has: a vector without the batch, of unknown size where the shape is not known.</summary>
    internal DataViewType ColumnTypeOf(GraphNode node, bool treatAsBatched) =>
        ColumnTypeOf(FrozenGraph.TypeOf(node), _shapes.GetValueOrDefault(node.Name), treatAsBatched);

    /// <summary>The same of an output of a graph.</summary>
    internal DataViewType ColumnTypeOf(TensorPort output, bool treatAsBatched) => ColumnTypeOf(output.Type, Port(output).Shape?.ToArray(), treatAsBatched);

    /// <summary>The node that a name, perhaps with an index behind a colon, refers to.</summary>
    internal GraphNode? Find(string name) => Graph.Find(GraphInput.Parse(name).Node);

    private static VectorDataViewType ColumnTypeOf(ElementType type, long[]? shape, bool treatAsBatched)
    {
        var item = GraphTypes.ColumnTypeOf(type);
        if (shape is null or [])
            return new VectorDataViewType(item);
        var dimensions = shape.Skip(treatAsBatched && shape[0] < 0 ? 1 : 0).Select(size => size is > 0 and < int.MaxValue ? (int)size : 0).ToArray();
        return dimensions.Length == 0 ? new VectorDataViewType(item) : new VectorDataViewType(item, dimensions);
    }
}
