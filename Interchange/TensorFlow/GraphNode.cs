using System.Collections.Immutable;
using System.Text;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>One operation of a graph.</summary>
public sealed class GraphNode
{
    private readonly WireNode _wire;

    internal GraphNode(WireNode wire)
    {
        _wire = wire;
        Inputs = [.. wire.Inputs.Where(input => !input.StartsWith('^')).Select(GraphInput.Parse)];
    }

    public string Name => _wire.Name;

    /// <summary>TensorFlow's name of the operation: "Conv2D", "BiasAdd", "Const".</summary>
    public string Operation => _wire.Operation;

    /// <summary>Where its data come from. Inputs that only order the execution are left out.</summary>
    public ImmutableArray<GraphInput> Inputs { get; }

    /// <summary>A text, such as the padding "SAME"; null where the node does not have it.</summary>
    public string? Text(string attribute) => Find(attribute, WireAttribute.ValueOneofCase.Text)?.Text.ToString(Encoding.UTF8);

    public float? Number(string attribute) => Find(attribute, WireAttribute.ValueOneofCase.Number)?.Number;

    public bool? Truth(string attribute) => Find(attribute, WireAttribute.ValueOneofCase.Truth)?.Truth;

    public long? Integer(string attribute) => Find(attribute, WireAttribute.ValueOneofCase.Integer)?.Integer;

    /// <summary>A list of integers, such as strides; null where the node does not have it.</summary>
    public long[]? Integers(string attribute) =>
        Find(attribute, WireAttribute.ValueOneofCase.List) is { } found ? [.. found.List.Integers] : null;

    public GraphDataType? Type(string attribute) => (GraphDataType?)Find(attribute, WireAttribute.ValueOneofCase.Type)?.Type;

    /// <summary>A shape, -1 for a size that is not known; null where the node does not have it, or not even the rank is known.</summary>
    public long[]? Shape(string attribute) =>
        Find(attribute, WireAttribute.ValueOneofCase.Shape) is { Shape: { UnknownRank: false } shape } ? [.. shape.Dimensions.Select(d => d.Size)] : null;

    /// <summary>The constant of a "Const" node.</summary>
    /// <exception cref="InvalidDataException">Its shape is impossible.</exception>
    public GraphTensor? Tensor(string attribute) =>
        Find(attribute, WireAttribute.ValueOneofCase.Tensor) is { } found ? GraphTensor.Read(found.Tensor, Name) : null;

    private WireAttribute? Find(string attribute, WireAttribute.ValueOneofCase expected)
    {
        if (!_wire.Attributes.TryGetValue(attribute, out var found))
            return null;
        return found.ValueCase == expected
            ? found
            : throw new InvalidDataException($"The attribute '{attribute}' of the graph's node '{Name}' ({Operation}) is {found.ValueCase}; expected {expected}.");
    }
}
