namespace Microsoft.Data.Analysis;

/// <summary>What the columns of text share, whatever way they hold it.</summary>
internal static class TextColumns
{
    internal static Dictionary<TKey, ICollection<long>> Group<TKey>(string name, IEnumerable<string?> values, out HashSet<long> nullIndices)
        where TKey : notnull
    {
        if (typeof(TKey) != typeof(string))
            throw new NotImplementedException($"Column '{name}' holds text; its values cannot be grouped as {typeof(TKey)}.");
        nullIndices = [];
        var groups = new Dictionary<TKey, ICollection<long>>();
        long row = 0;
        foreach (var value in values)
        {
            if (value is not TKey key)
            {
                nullIndices.Add(row++);
                continue;
            }

            if (!groups.TryGetValue(key, out var rows))
                groups.Add(key, rows = new List<long>());
            rows.Add(row++);
        }

        return groups;
    }

    internal static DataFrame Count(string name, IEnumerable<string?> values)
    {
        var groups = Group<string>(name, values, out _);
        return new DataFrame(new StringDataFrameColumn("Values", groups.Keys), new Int64DataFrameColumn("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }

    /// <summary>The rows without nulls in the order of their texts, and the rows with nulls.</summary>
    internal static (List<long> Valid, List<long> Nulls) Sort(IEnumerable<string?> values)
    {
        var texts = values.ToArray();
        List<long> valid = [], nulls = [];
        for (long row = 0; row < texts.Length; row++)
            (texts[row] is null ? nulls : valid).Add(row);
        return ([.. valid.OrderBy(row => texts[row], Comparer<string?>.Default)], nulls);
    }

    internal static BooleanDataFrameColumn Compare(string name, IEnumerable<string?> values, Func<string?, bool> test) => new(name, values.Select(test));

    internal static BooleanDataFrameColumn Compare(string name, IEnumerable<string?> values, DataFrameColumn column, Func<string?, string?, bool> test) =>
        new(name, values.Select((value, row) => test(value, column[row]?.ToString())));
}
