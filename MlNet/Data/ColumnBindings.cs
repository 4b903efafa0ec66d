namespace Microsoft.ML.Data;

/// <summary>How a schema with added columns is laid out: a column that replaces another stands right behind it, new ones at the end.</summary>
internal sealed class ColumnBindings
{
    private readonly int[] _map;

    internal ColumnBindings(DataViewSchema input, DataViewSchema.DetachedColumn[] added, bool appendAll = false)
    {
        Input = input;
        var order = Enumerable.Range(0, input.Count).ToList();
        for (var index = 0; index < added.Length; index++)
        {
            var name = added[index].Name;
            var last = appendAll ? -1 : order.FindLastIndex(entry => NameOf(entry) == name);
            order.Insert(last < 0 ? order.Count : last + 1, ~index);
        }

        _map = [.. order];
        AddedCount = added.Length;
        Schema = DataViewSchema.FromColumns(_map.Select(entry => entry >= 0 ? new DataViewSchema.DetachedColumn(input[entry]) : added[~entry]));

        string NameOf(int entry) => entry >= 0 ? input[entry].Name : added[~entry].Name;
    }

    internal DataViewSchema Input { get; }

    internal DataViewSchema Schema { get; }

    internal int AddedCount { get; }

    /// <summary>The index of an output column in the input (0 or more), or the complement of its index among the added ones.</summary>
    internal int SourceOf(int outputColumn) => _map[outputColumn];

    internal bool[] ActiveOf(IEnumerable<DataViewSchema.Column> columns)
    {
        var active = new bool[Schema.Count];
        foreach (var column in columns)
            active[column.Index] = true;
        return active;
    }

    /// <summary>Which added columns are active, and which input columns those and the passed-through ones need.</summary>
    internal (bool[] Added, bool[] Inputs) Split(bool[] active, IRowMapper mapper)
    {
        var added = new bool[AddedCount];
        var inputs = new bool[Input.Count];
        for (var index = 0; index < active.Length; index++)
        {
            if (!active[index])
                continue;
            if (_map[index] >= 0)
                inputs[_map[index]] = true;
            else
                added[~_map[index]] = true;
        }

        mapper.MarkDependencies(added, inputs);
        return (added, inputs);
    }

    internal IEnumerable<DataViewSchema.Column> InputColumns(bool[] inputs) => Input.Where(column => inputs[column.Index]);
}
