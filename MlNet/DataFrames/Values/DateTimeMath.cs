namespace Microsoft.Data.Analysis;

/// <summary>Dates and times: an order, and so a first and a last.</summary>
internal sealed class DateTimeMath : ElementMath<DateTime>
{
    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<DateTime> left, ReadOnlySpan<DateTime> right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
            result[i] = Compare(operation, left[i], right[i]);
    }

    internal override void Compare(ComparisonOperation operation, ReadOnlySpan<DateTime> left, DateTime right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
            result[i] = Compare(operation, left[i], right);
    }

    internal override DateTime? Start(Reduction reduction) => reduction is Reduction.Max or Reduction.Min ? null : throw NotSupported(reduction);

    internal override DateTime Reduce(Reduction reduction, DateTime left, DateTime right) => reduction switch
    {
        Reduction.Max => right > left ? right : left,
        Reduction.Min => right < left ? right : left,
        _ => throw NotSupported(reduction),
    };

    internal override DateTime Parse(ReadOnlySpan<char> text, IFormatProvider culture) => DateTime.Parse(text, culture);

    private static bool Compare(ComparisonOperation operation, DateTime left, DateTime right) => operation switch
    {
        ComparisonOperation.Equal => left == right,
        ComparisonOperation.NotEqual => left != right,
        ComparisonOperation.GreaterThanOrEqual => left >= right,
        ComparisonOperation.LessThanOrEqual => left <= right,
        ComparisonOperation.GreaterThan => left > right,
        _ => left < right,
    };
}
