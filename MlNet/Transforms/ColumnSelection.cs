using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Some columns of a schema, in an order of their own.</summary>
internal sealed class ColumnSelection(DataViewSchema inputSchema, int[] chosen) : IRowToRowMapper
{
    public DataViewSchema InputSchema => inputSchema;

    public DataViewSchema OutputSchema => Schema;

    internal DataViewSchema Schema { get; } =
        DataViewSchema.FromColumns(chosen.Select(index => new DataViewSchema.DetachedColumn(inputSchema[index])));

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        [.. dependingColumns.Select(SourceOf)];

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
        new Row(this, input, RowColumns.ActiveOf(Schema, activeColumns));

    internal DataViewSchema.Column SourceOf(DataViewSchema.Column column) => inputSchema[chosen[column.Index]];

    private sealed class Row(ColumnSelection selection, DataViewRow source, bool[] active) : DataViewRow
    {
        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override DataViewSchema Schema => selection.Schema;

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return source.GetGetter<TValue>(selection.SourceOf(column));
        }
    }
}
