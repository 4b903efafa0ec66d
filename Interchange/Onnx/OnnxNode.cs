using System.Text;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Onnx;

/// <summary>One operation of a model.</summary>
public sealed class OnnxNode
{
    private const int NumberKind = 1;
    private const int IntegerKind = 2;
    private const int TextKind = 3;
    private const int TensorKind = 4;
    private const int NumbersKind = 6;
    private const int IntegersKind = 7;
    private const int TextsKind = 8;

    private readonly WireNode _wire;

    internal OnnxNode(WireNode wire) => _wire = wire;

    /// <summary>The node's name, or its output's where it has none.</summary>
    public string Name => _wire.Name.Length > 0 ? _wire.Name : _wire.Outputs.FirstOrDefault() ?? "";

    /// <summary>ONNX's name of the operation: "Conv", "Gemm", "Relu"; prefixed with its domain where it is not ONNX's own.</summary>
    public string Operation => _wire.Domain is "" or "ai.onnx" ? _wire.Operation : $"{_wire.Domain}.{_wire.Operation}";

    /// <summary>The values it reads; "" for an optional one that is left out.</summary>
    public IReadOnlyList<string> Inputs => _wire.Inputs;

    /// <summary>The values it gives.</summary>
    public IReadOnlyList<string> Outputs => _wire.Outputs;

    public float? Number(string attribute) => Find(attribute, NumberKind)?.Number;

    public long? Integer(string attribute) => Find(attribute, IntegerKind)?.Integer;

    public string? Text(string attribute) => Find(attribute, TextKind)?.Text.ToString(Encoding.UTF8);

    public long[]? Integers(string attribute) => Find(attribute, IntegersKind) is { } found ? [.. found.Integers] : null;

    public float[]? Numbers(string attribute) => Find(attribute, NumbersKind) is { } found ? [.. found.Numbers] : null;

    public string[]? Texts(string attribute) => Find(attribute, TextsKind) is { } found ? [.. found.Texts.Select(text => text.ToString(Encoding.UTF8))] : null;

    /// <summary>Whether the node has an attribute of that name.</summary>
    public bool Has(string attribute) => _wire.Attributes.Any(candidate => candidate.Name == attribute);

    /// <summary>The value of a "Constant" node.</summary>
    public OnnxTensor? Tensor(string attribute) => Find(attribute, TensorKind) is { Tensor: { } tensor } ? OnnxTensor.Read(tensor) : null;

    // The oldest writers leave the kind out.
    private WireAttribute? Find(string attribute, int kind)
    {
        var found = _wire.Attributes.FirstOrDefault(candidate => candidate.Name == attribute);
        return found is null || found.Kind == kind || found.Kind == 0
            ? found
            : throw new InvalidDataException($"The attribute '{attribute}' of the ONNX node '{Name}' ({Operation}) is of kind {found.Kind}; expected {kind}.");
    }
}
