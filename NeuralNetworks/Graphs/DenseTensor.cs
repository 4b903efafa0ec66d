using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>A tensor of any rank, row-major; a scalar has no axes.</summary>
public sealed class DenseTensor
{
    internal DenseTensor(ElementType type, ImmutableArray<int> shape, TensorStorage storage, bool channelsLast = false)
    {
        Type = type;
        Shape = shape;
        Storage = storage;
        ChannelsLast = channelsLast;
        Count = CountOf(shape) is { } count and <= int.MaxValue
            ? (int)count
            : throw new ArgumentException($"A tensor of at most {int.MaxValue} values was expected. Received: the shape [{string.Join(", ", shape)}].", nameof(shape));
    }

    public ElementType Type { get; }

    /// <summary>The size along each axis, slowest first.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The product of the shape.</summary>
    public int Count { get; }

    /// <summary>The values of a tensor of Single.</summary>
    /// <exception cref="InvalidOperationException">It has other elements.</exception>
    public ReadOnlySpan<float> Singles => (Storage.Singles ?? throw Other(nameof(ElementType.Single))).AsSpan(0, Count);

    /// <summary>The values of a tensor of Double.</summary>
    /// <exception cref="InvalidOperationException">It has other elements.</exception>
    public ReadOnlySpan<double> Doubles => (Storage.Doubles ?? throw Other(nameof(ElementType.Double))).AsSpan(0, Count);

    /// <summary>The values of a tensor of whole numbers or truth values.</summary>
    /// <exception cref="InvalidOperationException">It has other elements.</exception>
    public ReadOnlySpan<long> Integers => (Storage.Integers ?? throw Other("whole numbers")).AsSpan(0, Count);

    internal TensorStorage Storage { get; }

    /// <summary>Whether the values of a tensor [batch, channels, height, width] lie as [batch, height, width, channels], as the kernels like them.</summary>
    internal bool ChannelsLast { get; }

    internal int Rank => Shape.Length;

    /// <summary>The shape as the values lie in memory.</summary>
    internal ImmutableArray<int> PhysicalShape => ChannelsLast ? [Shape[0], Shape[2], Shape[3], Shape[1]] : Shape;

    /// <summary>A tensor around values, which are not copied.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static DenseTensor OfSingles(float[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Check(new(ElementType.Single, [.. shape], new TensorStorage { Singles = values }), values.Length);
    }

    /// <summary>A tensor around values, which are not copied.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values.</exception>
    public static DenseTensor OfDoubles(double[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Check(new(ElementType.Double, [.. shape], new TensorStorage { Doubles = values }), values.Length);
    }

    /// <summary>A tensor of whole numbers or truth values around values, which are not copied.</summary>
    /// <exception cref="ArgumentException">The shape calls for another number of values, or the type is Single or Double.</exception>
    public static DenseTensor OfIntegers(ElementType type, long[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (type is ElementType.Single or ElementType.Double)
            throw new ArgumentException($"A type of whole numbers or truth values was expected. Received: {type}.", nameof(type));
        return Check(new(type, [.. shape], new TensorStorage { Integers = values }), values.Length);
    }

    /// <summary>A tensor of zeros.</summary>
    public static DenseTensor Zeros(ElementType type, params ReadOnlySpan<int> shape)
    {
        var count = CountOf(shape.ToArray()) is { } size and <= int.MaxValue ? (int)size : throw new ArgumentException($"A tensor of at most {int.MaxValue} values was expected.", nameof(shape));
        return type switch
        {
            ElementType.Single => OfSingles(new float[count], shape),
            ElementType.Double => OfDoubles(new double[count], shape),
            _ => OfIntegers(type, new long[count], shape),
        };
    }

    /// <summary>For example <c>Single [1, 3, 224, 224]</c>.</summary>
    public override string ToString() => $"{Type} [{string.Join(", ", Shape)}]";

    /// <summary>A copy in memory of just its size, which no run takes over; the values must lie plain.</summary>
    internal DenseTensor Owned() => Storage switch
    {
        { Singles: not null } => OfSingles(Singles.ToArray(), Shape.AsSpan()),
        { Doubles: not null } => OfDoubles(Doubles.ToArray(), Shape.AsSpan()),
        _ => OfIntegers(Type, Integers.ToArray(), Shape.AsSpan()),
    };

    /// <summary>The product of a shape; null where a size is negative, or the product beyond all bounds even without sizes of 0.</summary>
    internal static long? CountOf(IEnumerable<int> shape)
    {
        long product = 1;
        var empty = false;
        foreach (var size in shape)
        {
            empty |= size == 0;
            if (size < 0 || (product *= Math.Max(1, size)) > int.MaxValue)
                return null;
        }

        return empty ? 0 : product;
    }

    private static DenseTensor Check(DenseTensor tensor, int length) => tensor.Count == length
        ? tensor
        : throw new ArgumentException($"A tensor of shape [{string.Join(", ", tensor.Shape)}] has {tensor.Count} values. Received: {length}.");

    private InvalidOperationException Other(string expected) => new($"The tensor has elements of {Type}; expected {expected}.");
}
