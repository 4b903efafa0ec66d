using System.Numerics;
using System.Numerics.Tensors;

namespace Microsoft.Data.Analysis;

/// <summary>Numbers of any kind: whole arrays at a time, integers wrapping around where they overflow.</summary>
internal abstract class NumberMath<T> : OrderedMath<T>
    where T : unmanaged, INumber<T>
{
    private const int ShortDigits = 9;

    internal override bool IsNumber => true;

    internal override void Apply(BinaryOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        switch (operation)
        {
            case BinaryOperation.Add:
                TensorPrimitives.Add(left, right, result);
                break;
            case BinaryOperation.Subtract:
                TensorPrimitives.Subtract(left, right, result);
                break;
            case BinaryOperation.Multiply:
                TensorPrimitives.Multiply(left, right, result);
                break;
            case BinaryOperation.Divide:
                TensorPrimitives.Divide(left, right, result);
                break;
            default:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] % right[i];
                break;
        }
    }

    internal override void Apply(BinaryOperation operation, ReadOnlySpan<T> left, T right, Span<T> result)
    {
        switch (operation)
        {
            case BinaryOperation.Add:
                TensorPrimitives.Add(left, right, result);
                break;
            case BinaryOperation.Subtract:
                TensorPrimitives.Subtract(left, right, result);
                break;
            case BinaryOperation.Multiply:
                TensorPrimitives.Multiply(left, right, result);
                break;
            case BinaryOperation.Divide:
                TensorPrimitives.Divide(left, right, result);
                break;
            default:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] % right;
                break;
        }
    }

    internal override void Apply(BinaryOperation operation, T left, ReadOnlySpan<T> right, Span<T> result)
    {
        switch (operation)
        {
            case BinaryOperation.Add:
                TensorPrimitives.Add(right, left, result);
                break;
            case BinaryOperation.Subtract:
                TensorPrimitives.Subtract(left, right, result);
                break;
            case BinaryOperation.Multiply:
                TensorPrimitives.Multiply(right, left, result);
                break;
            case BinaryOperation.Divide:
                TensorPrimitives.Divide(left, right, result);
                break;
            default:
                for (var i = 0; i < right.Length; i++)
                    result[i] = left % right[i];
                break;
        }
    }

    internal override T? Start(Reduction reduction) => reduction switch
    {
        Reduction.Sum => T.Zero,
        Reduction.Product => T.One,
        _ => null,
    };

    internal override T Reduce(Reduction reduction, T left, T right) => reduction switch
    {
        Reduction.Sum => left + right,
        Reduction.Product => left * right,
        Reduction.Max => T.Max(left, right),
        _ => T.Min(left, right),
    };

    internal override T Abs(T value) => T.Abs(value);

    internal override T Round(T value) => value;

    /// <summary>A few digits, which most numbers are, need no parser that knows cultures.</summary>
    internal override T Parse(ReadOnlySpan<char> text, IFormatProvider culture)
    {
        if (text.Length is 0 or > ShortDigits || typeof(T) == typeof(char))
            return T.Parse(text, culture);
        var whole = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return T.Parse(text, culture);
            whole = (whole * 10) + (character - '0');
        }

        return T.CreateChecked(whole);
    }

    internal override void Convert<TTo>(ReadOnlySpan<T> from, Span<TTo> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = TTo.CreateChecked(from[i]);
    }
}
