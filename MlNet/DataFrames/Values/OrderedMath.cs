using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Elements that the language can compare.</summary>
internal abstract class OrderedMath<T> : ElementMath<T>
    where T : unmanaged, IComparisonOperators<T, T, bool>, ISpanParsable<T>
{
    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
    {
        switch (operation)
        {
            case ComparisonOperation.Equal:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] == right[i];
                break;
            case ComparisonOperation.NotEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] != right[i];
                break;
            case ComparisonOperation.GreaterThanOrEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] >= right[i];
                break;
            case ComparisonOperation.LessThanOrEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] <= right[i];
                break;
            case ComparisonOperation.GreaterThan:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] > right[i];
                break;
            default:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] < right[i];
                break;
        }
    }

    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, T right, Span<bool> result)
    {
        switch (operation)
        {
            case ComparisonOperation.Equal:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] == right;
                break;
            case ComparisonOperation.NotEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] != right;
                break;
            case ComparisonOperation.GreaterThanOrEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] >= right;
                break;
            case ComparisonOperation.LessThanOrEqual:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] <= right;
                break;
            case ComparisonOperation.GreaterThan:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] > right;
                break;
            default:
                for (var i = 0; i < left.Length; i++)
                    result[i] = left[i] < right;
                break;
        }
    }

    internal override T Parse(ReadOnlySpan<char> text, IFormatProvider culture) => T.Parse(text, culture);
}
