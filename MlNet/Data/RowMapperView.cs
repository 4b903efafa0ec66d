namespace Microsoft.ML.Data;

/// <summary>A view with the columns that a row mapper adds.</summary>
internal sealed class RowMapperView : IDataView
{
    private readonly IDataView _source;
    private readonly IRowMapper _mapper;
    private readonly ColumnBindings _bindings;

    internal RowMapperView(IDataView source, IRowMapper mapper, bool appendAll = false)
    {
        _source = source;
        _mapper = mapper;
        _bindings = new ColumnBindings(source.Schema, mapper.OutputColumns, appendAll);
    }

    public bool CanShuffle => _source.CanShuffle;

    public DataViewSchema Schema => _bindings.Schema;

    public long? GetRowCount() => _source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = _bindings.ActiveOf(columnsNeeded);
        var (added, inputs) = _bindings.Split(active, _mapper);
        return new Cursor(this, _source.GetRowCursor(_bindings.InputColumns(inputs), rand), active, added);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var active = _bindings.ActiveOf(columnsNeeded);
        var (added, inputs) = _bindings.Split(active, _mapper);
        var cursors = _source.GetRowCursorSet(_bindings.InputColumns(inputs), n, rand);
        return Array.ConvertAll<DataViewRowCursor, DataViewRowCursor>(cursors, cursor => new Cursor(this, cursor, active, added));
    }

    private sealed class Cursor : WrappingCursor
    {
        private readonly MappedColumns _columns;

        internal Cursor(RowMapperView view, DataViewRowCursor source, bool[] active, bool[] added)
            : base(source)
        {
            _columns = new MappedColumns(view._bindings, view._mapper, source, active, added);
        }

        public override DataViewSchema Schema => _columns.Schema;

        public override bool MoveNext() => Source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => _columns.IsActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _columns.GetGetter<TValue>(column);
    }
}
