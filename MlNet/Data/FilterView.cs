namespace Microsoft.ML.Data;

/// <summary>The rows of a view that pass a test.</summary>
internal sealed class FilterView : IDataView
{
    private readonly IDataView _source;
    private readonly DataViewSchema.Column[] _tested;
    private readonly Func<DataViewRow, Func<bool>> _createTest;

    /// <param name="source">The view.</param>
    /// <param name="tested">The columns that the test reads.</param>
    /// <param name="createTest">Makes the test of the row that a cursor stands on.</param>
    internal FilterView(IDataView source, DataViewSchema.Column[] tested, Func<DataViewRow, Func<bool>> createTest)
    {
        _source = source;
        _tested = tested;
        _createTest = createTest;
    }

    public bool CanShuffle => _source.CanShuffle;

    public DataViewSchema Schema => _source.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = RowColumns.ActiveOf(Schema, columnsNeeded);
        return Selected(_source.GetRowCursor(Inputs(active), rand), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var active = RowColumns.ActiveOf(Schema, columnsNeeded);
        return Array.ConvertAll<DataViewRowCursor, DataViewRowCursor>(_source.GetRowCursorSet(Inputs(active), n, rand), cursor => Selected(cursor, active));
    }

    private SelectedRowsCursor Selected(DataViewRowCursor rows, bool[] active) => new(rows, active, _createTest(rows));

    private IEnumerable<DataViewSchema.Column> Inputs(bool[] active) =>
        Schema.Where(column => active[column.Index] || Array.Exists(_tested, tested => tested.Index == column.Index));
}
