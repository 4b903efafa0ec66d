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
        return new Cursor(this, _source.GetRowCursor(Inputs(active), rand), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var active = RowColumns.ActiveOf(Schema, columnsNeeded);
        return Array.ConvertAll<DataViewRowCursor, DataViewRowCursor>(
            _source.GetRowCursorSet(Inputs(active), n, rand), cursor => new Cursor(this, cursor, active));
    }

    private IEnumerable<DataViewSchema.Column> Inputs(bool[] active) =>
        Schema.Where(column => active[column.Index] || Array.Exists(_tested, tested => tested.Index == column.Index));

    private sealed class Cursor(FilterView view, DataViewRowCursor source, bool[] active) : WrappingCursor(source)
    {
        private readonly Func<bool> _passes = view._createTest(source);
        private long _position = -1;

        public override long Position => _position;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            while (Source.MoveNext())
            {
                if (!_passes())
                    continue;
                _position++;
                return true;
            }

            _position = -1;
            return false;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return Source.GetGetter<TValue>(column);
        }
    }
}
