namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Sorts the values of a feature into bins: each value has one of its own where there are enough; else neighbours share bins so that the sum of the
/// squared numbers of rows is small, that is, so that bins are as equal as may be.
/// </summary>
internal static class BinBoundaries
{
    // Merging neighbours one pair at a time is good where few merges are needed; else equal shares are the better start.
    private const int MostToMerge = 16;

    /// <summary>The greatest value of each bin, halfway to the next value; the last is infinite. Values are ascending and different.</summary>
    internal static float[] Find(ReadOnlySpan<float> values, ReadOnlySpan<int> counts, int maximum)
    {
        int bins = Math.Min(values.Length, maximum);
        if (bins <= 1)
            return [float.PositiveInfinity];

        // Bin b holds the values from ends[b - 1] up to, but not with, ends[b].
        int[] ends;
        if (values.Length <= maximum)
        {
            ends = new int[bins];
            for (int b = 0; b < bins; b++)
                ends[b] = b + 1;
        }
        else
        {
            long[] before = new long[values.Length + 1];
            for (int i = 0; i < counts.Length; i++)
                before[i + 1] = before[i] + counts[i];
            ends = values.Length <= (long)maximum * MostToMerge ? Merged(before, maximum) : Shared(before, maximum);
            Even(ends, before);
        }

        var bounds = new float[bins];
        for (int b = 0; b < bins - 1; b++)
            bounds[b] = Between(values[ends[b] - 1], values[ends[b]]);
        bounds[^1] = float.PositiveInfinity;
        return bounds;
    }

    /// <summary>A threshold that the lower value is not above and the upper one is.</summary>
    private static float Between(float lower, float upper)
    {
        var middle = (float)(((double)lower + upper) / 2);
        return middle >= lower && middle < upper ? middle : lower;
    }

    /// <summary>Starts from a bin for each value and merges the neighbours whose merging adds least to the sum of squares.</summary>
    private static int[] Merged(long[] before, int maximum)
    {
        int count = before.Length - 1;
        var starts = new int[count];
        var next = new int[count];
        var previous = new int[count];
        var version = new int[count];
        var queue = new PriorityQueue<(int Bin, int Version), (double Cost, int Bin)>();
        for (int i = 0; i < count; i++)
        {
            starts[i] = i;
            next[i] = i + 1;
            previous[i] = i - 1;
        }

        for (int i = 0; i < count - 1; i++)
            Offer(i);
        for (int left = count; left > maximum;)
        {
            (int bin, int made) = queue.Dequeue();
            if (made != version[bin])
                continue;
            int gone = next[bin];
            next[bin] = next[gone];
            version[bin]++;
            version[gone] = -1;
            if (next[bin] < count)
            {
                previous[next[bin]] = bin;
                Offer(bin);
            }

            if (previous[bin] >= 0)
            {
                version[previous[bin]]++;
                Offer(previous[bin]);
            }

            left--;
        }

        var ends = new int[maximum];
        for (int bin = 0, b = 0; bin < count; bin = next[bin])
            ends[b++] = next[bin];
        return ends;

        void Offer(int bin)
        {
            int right = next[bin];
            double cost = (double)(before[right] - before[starts[bin]]) * (before[next[right]] - before[right]);
            
            // Of equally cheap merges that of the greatest values comes first, as ML.NET has it.
            queue.Enqueue((bin, version[bin]), (cost, -bin));
        }
    }

    /// <summary>Bins of about equally many rows.</summary>
    private static int[] Shared(long[] before, int maximum)
    {
        int count = before.Length - 1;
        var ends = new int[maximum];
        int value = 0;
        for (int b = 0; b < maximum; b++)
        {
            // What is left is shared among the bins left; a value with more rows than that fills a bin alone.
            double share = before[value] + ((double)(before[count] - before[value]) / (maximum - b));
            int end = value + 1;
            while (end < count - (maximum - b - 1) && before[end + 1] - share <= share - before[end])
                end++;
            ends[b] = value = b == maximum - 1 ? count : end;
        }

        return ends;
    }

    /// <summary>Moves borders by one value as long as that makes the sum of squares smaller.</summary>
    private static void Even(int[] ends, long[] before)
    {
        const int passes = 100;
        bool moved = true;
        for (int pass = 0; moved && pass < passes; pass++)
        {
            moved = false;
            for (int b = 0; b < ends.Length - 1; b++)
            {
                int start = b == 0 ? 0 : ends[b - 1];
                int best = ends[b];
                foreach (int candidate in (ReadOnlySpan<int>)[ends[b] - 1, ends[b] + 1])
                {
                    if (candidate > start && candidate < ends[b + 1] && Squares(start, candidate, ends[b + 1]) < Squares(start, best, ends[b + 1]))
                        best = candidate;
                }

                moved |= best != ends[b];
                ends[b] = best;
            }
        }

        double Squares(int start, int border, int end)
        {
            double left = before[border] - before[start];
            double right = before[end] - before[border];
            return (left * left) + (right * right);
        }
    }
}
