namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Places the borders of bins so that the sum of their squared numbers of rows is small. First one border after the other goes where it lowers that sum most;
/// then borders move between their neighbours, the one that gains most first, as long as any gains. Where several are equally good, and with values that all
/// differ most are, the two heaps decide, which therefore work as ML.NET's do.
/// </summary>
internal sealed class BinBorders
{
    private readonly int[] _before;
    private readonly int _values;
    private readonly int _bins;
    private readonly int[] _borders;
    private readonly float _meanRows;

    internal BinBorders(ReadOnlySpan<int> counts, int bins)
    {
        _values = counts.Length;
        _bins = bins;
        _before = new int[_values + 1];
        for (int i = 0; i < _values; i++)
            _before[i + 1] = _before[i] + counts[i];
        _borders = new int[bins + 1];
        _meanRows = (float)_before[_values] / bins;
    }

    /// <summary>The first value of each bin, and the number of values after the last.</summary>
    internal int[] Place()
    {
        Divide();
        Improve();
        return _borders;
    }

    private void Divide()
    {
        var parts = new GainHeap<(int From, int Split, int End)>(capacity: 2 * _bins);
        Offer(0, _values);
        for (int b = 1; b < _bins; b++)
        {
            (int from, int split, int end) = parts.Take();
            _borders[b] = split;
            if (from < split - 1)
                Offer(from, split);
            if (split < end - 1)
                Offer(split, end);
        }

        _borders[_bins] = _values;
        Array.Sort(_borders);

        void Offer(int from, int end)
        {
            int split = Best(from, end, null, out long gain);
            parts.Add((from, split, end), gain);
        }
    }

    private void Improve()
    {
        var moves = new GainHeap<int>(_bins + 1);
        var waiting = new GainHeap<int>.Entry?[_bins + 1];
        var wanted = new int[_bins + 1];
        for (int b = 1; b < _bins; b++)
            Offer(b);
        while (moves.Count > 0)
        {
            int border = moves.Take();
            waiting[border] = null;
            _borders[border] = wanted[border];
            if (border > 1)
                Offer(border - 1);
            if (border < _bins - 1)
                Offer(border + 1);
        }

        void Offer(int border)
        {
            if (waiting[border] is { } old)
                moves.Remove(old);
            waiting[border] = null;
            int from = _borders[border - 1];
            int end = _borders[border + 1];
            int split = Best(from, end, border, out long gain);
            if (split == _borders[border])
                return;
            wanted[border] = split;
            waiting[border] = moves.Add(border, gain - Gain(from, _borders[border], end));
        }
    }

    /// <summary>Where between two values a border does most good: near the middle row. Of two equal places a border prefers that nearer to where equal bins would have it.</summary>
    private int Best(int from, int end, int? border, out long gain)
    {
        int middle = (int)((uint)(_before[from] + _before[end]) / 2);
        int split = Array.BinarySearch(_before, from, end - from, middle) is var found && found < 0 ? ~found : found;
        if (split == from || split == end)
        {
            split += split == from ? 1 : -1;
            gain = Gain(from, split, end);
            return split;
        }

        gain = Gain(from, split, end);
        if (split < end - 1 && Gain(from, split + 1, end) is var above && above >= gain)
        {
            if (above > gain || Nearer(split + 1, split, border))
            {
                gain = above;
                split++;
            }
        }
        else if (split > from + 1 && Gain(from, split - 1, end) is var below && below >= gain && (below > gain || Nearer(split - 1, split, border)))
        {
            gain = below;
            split--;
        }

        return split;
    }

    /// <summary>Half of what the sum of squares loses by a split.</summary>
    private long Gain(int from, int split, int end) => (long)(_before[end] - _before[split]) * (_before[split] - _before[from]);

    private bool Nearer(int one, int other, int? border)
    {
        if (border is not { } index)
            return false;
        float ideal = _meanRows * index;
        return Math.Abs(_before[one] - ideal) < Math.Abs(_before[other] - ideal);
    }
}
