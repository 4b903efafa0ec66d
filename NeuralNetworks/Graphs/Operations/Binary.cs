using System.Numerics;
using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

internal enum BinaryFunction
{
    Add,
    Subtract,
    Multiply,

    /// <summary>Whole numbers are cut towards zero.</summary>
    Divide,

    /// <summary>Rounded towards minus infinity.</summary>
    FloorDivide,

    /// <summary>The remainder has the sign of the dividend.</summary>
    Remainder,

    /// <summary>The remainder has the sign of the divisor.</summary>
    FloorRemainder,
    Power,
    Minimum,
    Maximum,
    SquaredDifference,
}

/// <summary>A function of two numbers, element by element; the inputs are stretched to one shape.</summary>
internal sealed class Binary(BinaryFunction function) : SingleOperation
{
    public BinaryFunction Function => function;

    public override bool TakesChannelsLast => true;

    /// <summary>Applies a function to two tensors of one type.</summary>
    public static DenseTensor Apply(RunContext context, BinaryFunction function, DenseTensor left, DenseTensor right)
    {
        if (left.Type != right.Type && function == BinaryFunction.Power)
            return PowerOfOtherType(context, left, right);
        if (left.Type != right.Type)
            throw context.Fault($"must have inputs of one type. Received: {left} and {right}.");
        var (a, b) = Broadcast.Aligned(context, left, right);
        var shape = Broadcast.ShapeOf(context, a.Shape, b.Shape);
        var target = shape.SequenceEqual(left.Shape) && left.ChannelsLast == a.ChannelsLast && a.Storage == left.Storage && left.Storage.Users == 2
            ? InPlace(context, left)
            : context.Rent(left.Type, shape, a.ChannelsLast);
        switch (a.Storage, b.Storage, target.Storage)
        {
            case ({ Singles: { } x }, { Singles: { } y }, { Singles: { } z }):
                Broadcast.Run(context, (x, a.PhysicalShape), (y, b.PhysicalShape), (z, target.PhysicalShape), Row<float>(function));
                break;
            case ({ Doubles: { } x }, { Doubles: { } y }, { Doubles: { } z }):
                Broadcast.Run(context, (x, a.PhysicalShape), (y, b.PhysicalShape), (z, target.PhysicalShape), Row<double>(function));
                break;
            case ({ Integers: { } x }, { Integers: { } y }, { Integers: { } z }):
                if (function is BinaryFunction.Divide or BinaryFunction.FloorDivide or BinaryFunction.Remainder or BinaryFunction.FloorRemainder && b.Integers.Contains(0))
                    throw context.Fault("divides whole numbers by zero.");
                Broadcast.Run(context, (x, a.PhysicalShape), (y, b.PhysicalShape), (z, target.PhysicalShape), function switch
                {
                    BinaryFunction.Divide => EachInteger((p, q) => q == -1 ? -p : p / q),
                    BinaryFunction.FloorDivide => EachInteger((p, q) => q == -1 ? -p : (p / q) - (p % q != 0 && (p < 0) != (q < 0) ? 1 : 0)),
                    BinaryFunction.Remainder => EachInteger((p, q) => q == -1 ? 0 : p % q),
                    BinaryFunction.FloorRemainder => EachInteger((p, q) => q == -1 ? 0 : ((p % q) + q) % q),
                    BinaryFunction.Power => EachInteger((p, q) => (long)Math.Pow(p, q)),
                    _ => Row<long>(function),
                });
                Conversion.Narrow(target);
                break;
        }

        context.Release(a);
        context.Release(b);
        return target;
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Apply(context, function, inputs[0], inputs[1]);

    // ONNX lets the exponent be of another type; the result is of the base's.
    private static DenseTensor PowerOfOtherType(RunContext context, DenseTensor left, DenseTensor right)
    {
        var x = Conversion.Apply(context, left, ElementType.Double);
        var y = Conversion.Apply(context, right, ElementType.Double);
        var power = Apply(context, BinaryFunction.Power, x, y);
        var result = Conversion.Apply(context, power, left.Type);
        context.Release(power);
        context.Release(y);
        context.Release(x);
        return result;
    }

    private static DenseTensor InPlace(RunContext context, DenseTensor left)
    {
        // The view that was made to align the input does not count as a user.
        left.Storage.Users--;
        var target = context.RentLike(left);
        left.Storage.Users++;
        return target;
    }

    private static Broadcast.RowOfTwo<T, T> Row<T>(BinaryFunction function)
        where T : struct, INumber<T> => function switch
    {
        BinaryFunction.Add => (x, y, z) => Each(x, y, z, TensorPrimitives.Add, TensorPrimitives.Add, commutes: true),
        BinaryFunction.Subtract => (x, y, z) => Each(x, y, z, TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract),
        BinaryFunction.Multiply => (x, y, z) => Each(x, y, z, TensorPrimitives.Multiply, TensorPrimitives.Multiply, commutes: true),
        BinaryFunction.Divide => (x, y, z) => Each(x, y, z, TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide),
        BinaryFunction.Minimum => (x, y, z) => Each(x, y, z, TensorPrimitives.Min, TensorPrimitives.Min, commutes: true),
        BinaryFunction.Maximum => (x, y, z) => Each(x, y, z, TensorPrimitives.Max, TensorPrimitives.Max, commutes: true),
        BinaryFunction.FloorDivide => EachNumber<T>((p, q) => T.CreateTruncating(Math.Floor(double.CreateTruncating(p / q)))),
        BinaryFunction.Remainder => EachNumber<T>((p, q) => p % q),
        BinaryFunction.FloorRemainder => EachNumber<T>((p, q) => p - (q * T.CreateTruncating(Math.Floor(double.CreateTruncating(p) / double.CreateTruncating(q))))),
        BinaryFunction.Power => EachNumber<T>((p, q) => T.CreateTruncating(Math.Pow(double.CreateTruncating(p), double.CreateTruncating(q)))),
        _ => EachNumber<T>((p, q) => (p - q) * (p - q)),
    };

    private delegate void Both<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z);

    private delegate void WithNumber<T>(ReadOnlySpan<T> x, T y, Span<T> z);

    private delegate void OfNumber<T>(T x, ReadOnlySpan<T> y, Span<T> z);

    private static void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z, Both<T> both, WithNumber<T> right, bool commutes)
    {
        if (x.Length == y.Length)
            both(x, y, z);
        else if (y.Length == 1)
            right(x, y[0], z);
        else if (commutes)
            right(y, x[0], z);
    }

    private static void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z, Both<T> both, WithNumber<T> right, OfNumber<T> left)
    {
        if (x.Length != y.Length && x.Length == 1)
            left(x[0], y, z);
        else
            Each(x, y, z, both, right, commutes: false);
    }

    private static Broadcast.RowOfTwo<T, T> EachNumber<T>(Func<T, T, T> function) => (x, y, z) =>
    {
        for (var i = 0; i < z.Length; i++)
            z[i] = function(x.Length == 1 ? x[0] : x[i], y.Length == 1 ? y[0] : y[i]);
    };

    private static Broadcast.RowOfTwo<long, long> EachInteger(Func<long, long, long> function) => EachNumber(function);
}
