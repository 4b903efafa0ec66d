using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>What can be computed with the elements of a column, by their type. What a type has no meaning for is not supported.</summary>
internal abstract class ElementMath<T>
    where T : unmanaged
{
    internal static ElementMath<T> Of { get; } = (ElementMath<T>)Create();

    /// <summary>Whether there is arithmetic.</summary>
    internal virtual bool IsNumber => false;

    internal virtual void Apply(BinaryOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result) => throw NotSupported(operation);

    internal virtual void Apply(BinaryOperation operation, ReadOnlySpan<T> left, T right, Span<T> result) => throw NotSupported(operation);

    internal virtual void Apply(BinaryOperation operation, T left, ReadOnlySpan<T> right, Span<T> result) => throw NotSupported(operation);

    /// <summary>Shifts every element by <paramref name="amount"/> bits to the left, or to the right where it is negative.</summary>
    internal virtual void Shift(Span<T> values, int amount) => throw NotSupported("Shift");

    internal virtual void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result) => throw NotSupported(operation);

    internal virtual void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, T right, Span<bool> result) => throw NotSupported(operation);

    /// <summary>What a reduction begins with; null for its first element.</summary>
    internal virtual T? Start(Reduction reduction) => throw NotSupported(reduction);

    internal virtual T Reduce(Reduction reduction, T left, T right) => throw NotSupported(reduction);

    internal virtual T Abs(T value) => throw NotSupported("Abs");

    internal virtual T Round(T value) => throw NotSupported("Round");

    internal virtual void Convert<TTo>(ReadOnlySpan<T> from, Span<TTo> to)
        where TTo : unmanaged, INumber<TTo> => throw NotSupported($"Conversion to {typeof(TTo)}");

    internal virtual T Parse(ReadOnlySpan<char> text, IFormatProvider culture) => throw NotSupported("Reading from text");

    private protected static NotSupportedException NotSupported(object operation) =>
        new($"{operation} is not supported for columns of {typeof(T)}.");

    private static object Create() => default(T) switch
    {
        byte => new IntegerMath<byte>(),
        sbyte => new IntegerMath<sbyte>(),
        short => new IntegerMath<short>(),
        ushort => new IntegerMath<ushort>(),
        int => new IntegerMath<int>(),
        uint => new IntegerMath<uint>(),
        long => new IntegerMath<long>(),
        ulong => new IntegerMath<ulong>(),
        char => new IntegerMath<char>(),
        float => new FloatingPointMath<float>(),
        double => new FloatingPointMath<double>(),
        decimal => new FloatingPointMath<decimal>(),
        bool => new BooleanMath(),
        DateTime => new DateTimeMath(),
        _ => new PlainMath<T>(),
    };
}
