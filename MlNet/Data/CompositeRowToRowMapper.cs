namespace Microsoft.ML.Data;

/// <summary>Mappers applied one after another.</summary>
internal sealed class CompositeRowToRowMapper(DataViewSchema inputSchema, IRowToRowMapper[] mappers) : IRowToRowMapper
{
    public DataViewSchema InputSchema => inputSchema;

    public DataViewSchema OutputSchema { get; } = mappers.Length == 0 ? inputSchema : mappers[^1].OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var columns = dependingColumns;
        for (var index = mappers.Length - 1; index >= 0; index--)
            columns = mappers[index].GetDependencies(columns);
        return columns;
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        var active = new IEnumerable<DataViewSchema.Column>[mappers.Length];
        var columns = activeColumns;
        for (var index = mappers.Length - 1; index >= 0; index--)
        {
            active[index] = columns;
            columns = mappers[index].GetDependencies(columns).ToArray();
        }

        var row = input;
        for (var index = 0; index < mappers.Length; index++)
            row = mappers[index].GetRow(row, active[index]);
        return row;
    }
}
