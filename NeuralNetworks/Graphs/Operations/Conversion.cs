using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Makes a tensor one of another type. Fractions are cut off.</summary>
internal sealed class Conversion(ElementType type) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    /// <summary>Cuts whole numbers to the width of their type, as arithmetic of that width would have.</summary>
    public static void Narrow(DenseTensor tensor)
    {
        if (tensor.Type == ElementType.Int64)
            return;
        var values = tensor.Storage.Integers.AsSpan(0, tensor.Count);
        for (var i = 0; i < values.Length; i++)
            values[i] = Narrow(values[i], tensor.Type);
    }

    public static DenseTensor Apply(RunContext context, DenseTensor input, ElementType type)
    {
        if (input.Type == type)
            return context.View(input, input.Shape, input.ChannelsLast);
        var output = context.Rent(type, input.Shape, input.ChannelsLast);
        var count = input.Count;
        switch (input.Storage, output.Storage)
        {
            case ({ Singles: { } from }, { Doubles: { } to }):
                TensorPrimitives.ConvertTruncating<float, double>(from.AsSpan(0, count), to);
                break;
            case ({ Doubles: { } from }, { Singles: { } to }):
                TensorPrimitives.ConvertTruncating<double, float>(from.AsSpan(0, count), to);
                break;
            case ({ Integers: { } from }, { Singles: { } to }):
                TensorPrimitives.ConvertTruncating<long, float>(from.AsSpan(0, count), to);
                break;
            case ({ Integers: { } from }, { Doubles: { } to }):
                TensorPrimitives.ConvertTruncating<long, double>(from.AsSpan(0, count), to);
                break;
            case ({ Integers: { } from }, { Integers: { } to }):
                for (var i = 0; i < count; i++)
                    to[i] = Narrow(from[i], type);
                break;
            case ({ Singles: { } from }, { Integers: { } to }):
                for (var i = 0; i < count; i++)
                    to[i] = Whole(from[i], type);
                break;
            case ({ Doubles: { } from }, { Integers: { } to }):
                for (var i = 0; i < count; i++)
                    to[i] = Whole(from[i], type);
                break;
        }

        return output;
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Apply(context, inputs[0], type);

    private static long Whole(double value, ElementType type) =>
        type == ElementType.Boolean ? (value != 0 ? 1 : 0) : Narrow(double.IsNaN(value) ? 0 : (long)value, type);

    private static long Narrow(long value, ElementType type) => type switch
    {
        ElementType.Boolean => value != 0 ? 1 : 0,
        ElementType.SByte => unchecked((sbyte)value),
        ElementType.Byte => unchecked((byte)value),
        ElementType.Int16 => unchecked((short)value),
        ElementType.UInt16 => unchecked((ushort)value),
        ElementType.Int32 => unchecked((int)value),
        ElementType.UInt32 => unchecked((uint)value),
        _ => value,
    };
}

/// <summary>Makes the first input one of the second's type.</summary>
internal sealed class ConversionLike : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Conversion.Apply(context, inputs[0], inputs[1].Type);
}
