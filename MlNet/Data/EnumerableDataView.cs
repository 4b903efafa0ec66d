namespace Microsoft.ML.Data;

/// <summary>Objects as rows; they are enumerated anew by every cursor, and never all at once.</summary>
internal sealed class EnumerableDataView<TRow> : IDataView
    where TRow : class
{
    private readonly IEnumerable<TRow> _data;
    private readonly RowReader<TRow> _reader;

    internal EnumerableDataView(IEnumerable<TRow> data, SchemaDefinition? definition)
    {
        _data = data;
        _reader = new RowReader<TRow>(definition);
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema => _reader.Schema;

    public long? GetRowCount() => (_data as ICollection<TRow>)?.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, RowColumns.ActiveOf(Schema, columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly RowReader<TRow> _reader;
        private readonly bool[] _active;
        private readonly Delegate?[] _getters;
        private readonly IEnumerator<TRow> _rows;
        private readonly CurrentRow<TRow> _current = new();
        private long _position = -1;
        private bool _ended;

        internal Cursor(EnumerableDataView<TRow> view, bool[] active)
        {
            _reader = view._reader;
            _active = active;
            _getters = new Delegate?[active.Length];
            _rows = view._data.GetEnumerator();
            for (var column = 0; column < active.Length; column++)
            {
                if (active[column])
                    _getters[column] = _reader.CreateGetter(column, _current);
            }
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => _reader.Schema;

        public override bool MoveNext()
        {
            if (_ended || !_rows.MoveNext())
            {
                _ended = true;
                _position = -1;
                _current.Row = null!;
                return false;
            }

            _current.Row = _rows.Current;
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(_active, column);
            return RowColumns.Cast<TValue>(_getters[column.Index], column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _rows.Dispose();
        }
    }
}
