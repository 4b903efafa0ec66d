using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>TensorFlow's tensors as those of graphs.</summary>
internal static class FrozenGraphTypes
{
    /// <summary>The type that stands for one of TensorFlow's, or null where it is not supported. Numbers of half precision are computed with in single precision.</summary>
    public static ElementType? Of(GraphDataType type) => type switch
    {
        GraphDataType.Single or GraphDataType.Half => ElementType.Single,
        GraphDataType.Double => ElementType.Double,
        GraphDataType.Boolean => ElementType.Boolean,
        GraphDataType.SByte => ElementType.SByte,
        GraphDataType.Byte => ElementType.Byte,
        GraphDataType.Int16 => ElementType.Int16,
        GraphDataType.UInt16 => ElementType.UInt16,
        GraphDataType.Int32 => ElementType.Int32,
        GraphDataType.UInt32 => ElementType.UInt32,
        GraphDataType.Int64 => ElementType.Int64,
        GraphDataType.UInt64 => ElementType.UInt64,
        _ => null,
    };

    /// <exception cref="InvalidDataException">The constant has elements that are not supported, or is damaged.</exception>
    public static DenseTensor Tensor(FrozenGraphStep step)
    {
        var tensor = step.Node.Tensor("value") ?? throw step.Fault("has no value.");
        return Of(tensor.Type) switch
        {
            null => throw step.Fault($"has elements of type {tensor.Type}, which are not supported."),
            ElementType.Single => DenseTensor.OfSingles(tensor.ToSingles(), tensor.Shape.AsSpan()),
            ElementType.Double => DenseTensor.OfDoubles(tensor.ToDoubles(), tensor.Shape.AsSpan()),
            { } type => DenseTensor.OfIntegers(type, tensor.ToIntegers(), tensor.Shape.AsSpan()),
        };
    }
}
