using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>ONNX's tensors as those of graphs.</summary>
internal static class OnnxTypes
{
    /// <summary>The type of that number, or null where it is not supported. Numbers of half precision are computed with in single precision.</summary>
    public static ElementType? Of(long type) => (OnnxDataType)type switch
    {
        OnnxDataType.Single or OnnxDataType.Half => ElementType.Single,
        OnnxDataType.Double => ElementType.Double,
        OnnxDataType.Boolean => ElementType.Boolean,
        OnnxDataType.SByte => ElementType.SByte,
        OnnxDataType.Byte => ElementType.Byte,
        OnnxDataType.Int16 => ElementType.Int16,
        OnnxDataType.UInt16 => ElementType.UInt16,
        OnnxDataType.Int32 => ElementType.Int32,
        OnnxDataType.UInt32 => ElementType.UInt32,
        OnnxDataType.Int64 => ElementType.Int64,
        OnnxDataType.UInt64 => ElementType.UInt64,
        _ => null,
    };

    /// <exception cref="InvalidDataException">The tensor has elements that are not supported, or is damaged.</exception>
    public static DenseTensor Tensor(OnnxTensor tensor) => Of((long)tensor.Type) switch
    {
        null => throw new InvalidDataException($"The ONNX tensor '{tensor.Name}' has elements of type {tensor.Type}, which are not supported."),
        ElementType.Single => DenseTensor.OfSingles(tensor.ToSingles(), tensor.Shape.AsSpan()),
        ElementType.Double => DenseTensor.OfDoubles(tensor.ToDoubles(), tensor.Shape.AsSpan()),
        { } type => DenseTensor.OfIntegers(type, tensor.ToIntegers(), tensor.Shape.AsSpan()),
    };
}
