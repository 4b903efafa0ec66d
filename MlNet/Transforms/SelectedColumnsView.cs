using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Some columns of a view.</summary>
internal sealed class SelectedColumnsView(IDataView source, ColumnSelection selection) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => selection.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var columns = columnsNeeded.ToArray();
        return new Cursor(selection, source.GetRowCursor(selection.GetDependencies(columns), rand), RowColumns.ActiveOf(Schema, columns));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var columns = columnsNeeded.ToArray();
        var active = RowColumns.ActiveOf(Schema, columns);
        return Array.ConvertAll<DataViewRowCursor, DataViewRowCursor>(
            source.GetRowCursorSet(selection.GetDependencies(columns), n, rand), cursor => new Cursor(selection, cursor, active));
    }

    private sealed class Cursor(ColumnSelection selection, DataViewRowCursor source, bool[] active) : WrappingCursor(source)
    {
        public override DataViewSchema Schema => selection.Schema;

        public override bool MoveNext() => Source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return Source.GetGetter<TValue>(selection.SourceOf(column));
        }
    }
}
