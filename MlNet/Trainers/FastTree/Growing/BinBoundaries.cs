namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Sorts the values of a feature into bins: each value has one of its own where there are enough; else neighbours share bins so that the sum of the
/// squared numbers of rows is small, that is, so that bins are as equal as may be.
/// </summary>
internal static class BinBoundaries
{
    /// <summary>The greatest value of each bin, halfway to the next value; the last is infinite. Values are ascending and different.</summary>
    internal static float[] Find(ReadOnlySpan<float> values, ReadOnlySpan<int> counts, int maximum)
    {
        int bins = Math.Min(values.Length, maximum);
        if (bins <= 1)
            return [float.PositiveInfinity];

        // Bin b holds the values from borders[b] up to, but not with, borders[b + 1].
        int[] borders = values.Length <= maximum ? [.. Enumerable.Range(0, bins + 1)] : new BinBorders(counts, maximum).Place();
        var bounds = new float[bins];
        for (int b = 1; b < bins; b++)
            bounds[b - 1] = Between(values[borders[b] - 1], values[borders[b]]);
        bounds[^1] = float.PositiveInfinity;
        return bounds;
    }

    /// <summary>A threshold that the lower value is not above and the upper one is.</summary>
    private static float Between(float lower, float upper)
    {
        var middle = (float)(((double)lower + upper) / 2);
        return middle >= lower && middle < upper ? middle : lower;
    }
}
