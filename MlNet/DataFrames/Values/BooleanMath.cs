namespace Microsoft.Data.Analysis;

/// <summary>Truth values: equal or not, and no order.</summary>
internal sealed class BooleanMath : ElementMath<bool>
{
    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<bool> left, ReadOnlySpan<bool> right, Span<bool> result)
    {
        var equal = WantsEqual(operation);
        for (var i = 0; i < left.Length; i++)
            result[i] = left[i] == right[i] == equal;
    }

    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<bool> left, bool right, Span<bool> result)
    {
        var equal = WantsEqual(operation);
        for (var i = 0; i < left.Length; i++)
            result[i] = left[i] == right == equal;
    }

    internal override bool Parse(ReadOnlySpan<char> text, IFormatProvider culture) => bool.Parse(text);

    internal static bool Combine(BooleanOperation operation, bool left, bool right) => operation switch
    {
        BooleanOperation.And => left & right,
        BooleanOperation.Or => left | right,
        _ => left ^ right,
    };

    private static bool WantsEqual(ComparisonOperation operation) => operation switch
    {
        ComparisonOperation.Equal => true,
        ComparisonOperation.NotEqual => false,
        _ => throw NotSupported(operation),
    };
}
