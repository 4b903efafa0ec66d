using System.Collections.Immutable;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Onnx;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements; null where the model does not say.</param>
/// <param name="Shape">The size along each axis, null for one that is open (the batch); null altogether where the model does not say.</param>
public sealed record OnnxValue(string Name, OnnxDataType? Type, ImmutableArray<long?>? Shape)
{
    internal static OnnxValue Read(WireValue wire) => new(
        wire.Name,
        wire.Type?.Tensor is { } tensor ? (OnnxDataType)tensor.Type : null,
        wire.Type?.Tensor?.Shape is { } shape
            ? [.. shape.Dimensions.Select(SizeOf)]
            : null);

    private static long? SizeOf(WireShape.Types.Dimension dimension) =>
        dimension.ValueCase == WireShape.Types.Dimension.ValueOneofCase.Size && dimension.Size >= 0 ? dimension.Size : null;
}
