namespace Microsoft.Data.Analysis;

/// <summary>Row numbers from zero on.</summary>
internal static class LongRange
{
    internal static IEnumerable<long> Of(long count)
    {
        for (long i = 0; i < count; i++)
            yield return i;
    }
}
