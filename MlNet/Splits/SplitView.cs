namespace Microsoft.ML.Data;

/// <summary>The rows of a view whose sampling number passes a test, in their order. It cannot shuffle: the numbers belong to the order of the source.</summary>
internal sealed class SplitView(IDataView source, RowSampler sampler, Func<double, bool> isIn) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = RowColumns.ActiveOf(Schema, columnsNeeded);
        IEnumerable<DataViewSchema.Column> inputs = Schema.Where(column => active[column.Index] || column.Index == sampler.Column?.Index);
        DataViewRowCursor rows = source.GetRowCursor(inputs);
        Func<double> next = sampler.Create(rows);
        return new SelectedRowsCursor(rows, active, () => isIn(next()));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
