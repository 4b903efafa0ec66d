namespace Microsoft.Data.Analysis;

/// <summary>Which rows of two data frames have the same values in some columns.</summary>
internal static class RowPairs
{
    /// <exception cref="ArgumentException">The columns differ in number or type.</exception>
    internal static void Check(DataFrameColumn[] left, DataFrameColumn[] right)
    {
        if (left.Length == 0 || left.Length != right.Length)
            throw new ArgumentException($"As many columns are needed on the left as on the right, and at least one. Received: {left.Length} and {right.Length}.", nameof(left));
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].DataType != right[i].DataType)
                throw new ArgumentException($"Expected column to hold values of type {left[i].DataType}", nameof(right));
        }
    }

    /// <summary>The pairs in the order of the first side's rows, with a null where one has no partner and is kept.</summary>
    internal static List<(long? First, long? Second)> Of(
        DataFrameColumn[] first, long firstRows, DataFrameColumn[] second, long secondRows, bool keepsFirst, bool keepsSecond)
    {
        var partners = new Dictionary<Key, List<long>>();
        for (long row = 0; row < secondRows; row++)
        {
            var key = Key.Of(second, row);
            if (!partners.TryGetValue(key, out var rows))
                partners.Add(key, rows = []);
            rows.Add(row);
        }

        var pairs = new List<(long? First, long? Second)>();
        var matched = new HashSet<long>();
        for (long row = 0; row < firstRows; row++)
        {
            if (partners.TryGetValue(Key.Of(first, row), out var rows))
            {
                pairs.AddRange(rows.Select(partner => ((long?)row, (long?)partner)));
                matched.UnionWith(rows);
            }
            else if (keepsFirst)
            {
                pairs.Add((row, null));
            }
        }

        if (keepsSecond)
            pairs.AddRange(LongRange.Of(secondRows).Where(row => !matched.Contains(row)).Select(row => ((long?)null, (long?)row)));
        return pairs;
    }

    private readonly struct Key(object?[] values) : IEquatable<Key>
    {
        private readonly object?[] _values = values;

        internal static Key Of(DataFrameColumn[] columns, long row) => new(Array.ConvertAll(columns, column => column[row]));

        public bool Equals(Key other) => _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var value in _values)
                hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
