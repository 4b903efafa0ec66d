using System.Collections.Immutable;
using Google.Protobuf;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>A frozen TensorFlow graph (GraphDef): operations whose weights are constants among them.</summary>
public sealed class Graph
{
    private readonly WireGraph _wire;
    private readonly Dictionary<string, GraphNode> _byName = new(StringComparer.Ordinal);

    internal Graph(WireGraph wire)
    {
        _wire = wire;
        Nodes = [.. wire.Nodes.Select(node => new GraphNode(node))];
        foreach (var node in Nodes)
        {
            if (!_byName.TryAdd(node.Name, node))
                throw new InvalidDataException($"The TensorFlow graph has two nodes called '{node.Name}'.");
        }
    }

    /// <summary>The nodes in the file's order, which need not be the order of execution.</summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>Reads a graph from its protocol buffer.</summary>
    /// <exception cref="InvalidDataException">The bytes are no graph, or two of its nodes have one name.</exception>
    public static Graph Parse(ReadOnlySpan<byte> bytes)
    {
        WireGraph wire;
        try
        {
            wire = WireGraph.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new InvalidDataException($"The file is no frozen TensorFlow graph: {fault.Message}", fault);
        }

        return wire.Nodes.Count > 0 ? new Graph(wire) : throw new InvalidDataException("The file is no frozen TensorFlow graph: it has no nodes.");
    }

    /// <summary>The node of that name, or null.</summary>
    public GraphNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The graph as a protocol buffer; what was not understood on reading is kept.</summary>
    public byte[] ToBytes() => _wire.ToByteArray();
}
