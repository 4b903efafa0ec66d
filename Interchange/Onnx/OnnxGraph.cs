using System.Collections.Immutable;
using Google.Protobuf;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Onnx;

/// <summary>An ONNX model: inputs, outputs, operations in the order of execution, and weights.</summary>
public sealed class OnnxGraph
{
    private readonly WireModel _wire;
    private readonly Dictionary<string, OnnxTensor> _initializers = new(StringComparer.Ordinal);

    internal OnnxGraph(WireModel wire)
    {
        _wire = wire;
        if (wire.Graph is not { } graph)
            throw new InvalidDataException("The file is no ONNX model: it has no graph.");
        foreach (var initializer in graph.Initializers)
        {
            if (!_initializers.TryAdd(initializer.Name, OnnxTensor.Read(initializer)))
                throw new InvalidDataException($"The ONNX model has two initializers called '{initializer.Name}'.");
        }

        Nodes = [.. graph.Nodes.Select(node => new OnnxNode(node))];
        Inputs = [.. graph.Inputs.Where(value => !_initializers.ContainsKey(value.Name)).Select(OnnxValue.Read)];
        Outputs = [.. graph.Outputs.Select(OnnxValue.Read)];
    }

    /// <summary>The version of ONNX's operators that the model is written for.</summary>
    public long OperatorSet => _wire.OperatorSets.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? 1;

    public ImmutableArray<OnnxNode> Nodes { get; }

    /// <summary>What must be fed: the graph's inputs without those that are weights.</summary>
    public ImmutableArray<OnnxValue> Inputs { get; }

    public ImmutableArray<OnnxValue> Outputs { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no ONNX model.</exception>
    public static OnnxGraph Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new OnnxGraph(WireModel.Parser.ParseFrom(bytes));
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new InvalidDataException($"The file is no ONNX model: {fault.Message}", fault);
        }
    }

    /// <summary>The weights of that name, or null.</summary>
    public OnnxTensor? Initializer(string name) => _initializers.GetValueOrDefault(name);

    /// <summary>A copy in which the input of the tensor's name is no longer fed but has the tensor's value.</summary>
    public OnnxGraph With(OnnxTensor tensor)
    {
        var wire = _wire.Clone();
        wire.Graph.Initializers.Add(tensor.Wire);
        return new OnnxGraph(wire);
    }

    /// <summary>The model's bytes; what was not understood on reading is kept.</summary>
    public byte[] ToBytes() => _wire.ToByteArray();
}
