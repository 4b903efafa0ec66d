using Google.Protobuf;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>TensorFlow's meta graphs (.meta, MetaGraphDef): a graph with notes about it.</summary>
public static class MetaGraph
{
    private const int GraphField = 2;

    /// <summary>The graph inside a meta graph; the bytes themselves where they are a graph already.</summary>
    /// <exception cref="InvalidDataException">The bytes are neither.</exception>
    public static byte[] GraphOf(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Inner(bytes) is { } graph && IsGraph(graph) ? graph : Graph.Parse(bytes) is not null ? bytes : [];
    }

    /// <summary>The second field, which is the graph in a meta graph, and a library of functions in a graph.</summary>
    private static byte[]? Inner(byte[] bytes)
    {
        try
        {
            var input = new CodedInputStream(bytes);
            for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
                if (tag == WireFormat.MakeTag(GraphField, WireFormat.WireType.LengthDelimited))
                    return input.ReadBytes().ToByteArray();
                input.SkipLastField();
            }
        }
        catch (InvalidProtocolBufferException)
        {
            // What is no protocol buffer at all is told by whoever reads the whole.
        }

        return null;
    }

    private static bool IsGraph(byte[] bytes)
    {
        try
        {
            return Graph.Parse(bytes).Nodes.All(node => node.Operation.Length > 0);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
