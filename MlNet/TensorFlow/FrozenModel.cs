using System.Collections.Concurrent;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace Microsoft.ML.Transforms;

/// <summary>A frozen graph with the networks that have been made of it; shared by everything that comes of one file.</summary>
internal sealed class FrozenModel
{
    private readonly ConcurrentDictionary<(string Input, string Output), Network> _networks = new();
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

    /// <summary>The network between two nodes.</summary>
    /// <exception cref="InvalidDataException">What lies between them is none.</exception>
    internal Network NetworkOf(string input, string output) =>
        _networks.GetOrAdd((input, output), static (names, bytes) => FrozenGraph.Import(bytes, names.Input, names.Output), Bytes);

    /// <summary>The type that a column made of a node has: a vector without the batch, of unknown size where the shape is not known.</summary>
    internal DataViewType ColumnTypeOf(GraphNode node, bool treatAsBatched)
    {
        var item = ItemTypeOf(node);
        if (!_shapes.TryGetValue(node.Name, out var shape) || shape.Length == 0)
            return shape is null ? new VectorDataViewType(item) : item;
        var dimensions = shape.Skip(treatAsBatched && shape[0] < 0 ? 1 : 0).Select(size => size is > 0 and < int.MaxValue ? (int)size : 0).ToArray();
        return dimensions.Length == 0 ? new VectorDataViewType(item) : new VectorDataViewType(item, dimensions);
    }

    /// <summary>The node that a name, perhaps with an index behind a colon, refers to.</summary>
    internal GraphNode? Find(string name) => Graph.Find(GraphInput.Parse(name).Node);

    private static PrimitiveDataViewType ItemTypeOf(GraphNode node) => (node.Type("dtype") ?? node.Type("T")) switch
    {
        GraphDataType.Double => NumberDataViewType.Double,
        GraphDataType.Int32 => NumberDataViewType.Int32,
        GraphDataType.Int64 => NumberDataViewType.Int64,
        GraphDataType.Byte => NumberDataViewType.Byte,
        GraphDataType.Boolean => BooleanDataViewType.Instance,
        _ => NumberDataViewType.Single,
    };
}
