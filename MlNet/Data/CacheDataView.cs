namespace Microsoft.ML.Data;

/// <summary>A view that keeps the columns it was asked for in memory, packed, and can shuffle.</summary>
internal sealed class CacheDataView : IDataView
{
    private readonly IDataView _source;
    private readonly CacheColumn?[] _columns;
    private readonly Lock _gate = new();
    private long _rowCount = -1;

    internal CacheDataView(IDataView source, IEnumerable<int>? prefetch)
    {
        _source = source;
        _columns = new CacheColumn?[source.Schema.Count];
        if (prefetch is not null)
            Fill([.. prefetch]);
    }

    public bool CanShuffle => true;

    public DataViewSchema Schema => _source.Schema;

    public long? GetRowCount()
    {
        lock (_gate)
            return _rowCount >= 0 ? _rowCount : _source.GetRowCount();
    }

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = RowColumns.ActiveOf(Schema, columnsNeeded);
        var rows = Fill(active);
        return new Cursor(this, active, 0, rows, rand is null ? null : Runtime.RandomPermutation.Of(rows, rand), 0);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var active = RowColumns.ActiveOf(Schema, columnsNeeded);
        var rows = Fill(active);
        var order = rand is null ? null : Runtime.RandomPermutation.Of(rows, rand);
        var count = Math.Max(1, Math.Min(n, rows));
        var cursors = new DataViewRowCursor[count];
        for (var index = 0; index < count; index++)
        {
            var first = (int)((long)rows * index / count);
            var lim = (int)((long)rows * (index + 1) / count);
            cursors[index] = new Cursor(this, active, first, lim, order, index);
        }

        return cursors;
    }

    /// <summary>The cached column, filled; its packed values serve trainers that want them as they lie.</summary>
    internal CacheColumn Column(int index, out int rows)
    {
        var active = new bool[_columns.Length];
        active[index] = true;
        rows = Fill(active);
        return _columns[index]!;
    }

    private int Fill(int[] columns)
    {
        var active = new bool[_columns.Length];
        foreach (var column in columns)
            active[column] = true;
        return Fill(active);
    }

    private int Fill(bool[] active)
    {
        lock (_gate)
        {
            var missing = Schema.Where(column => active[column.Index] && _columns[column.Index] is null).ToArray();
            if (missing.Length == 0 && _rowCount >= 0)
                return (int)_rowCount;

            var filling = Array.ConvertAll(missing, column => CacheColumn.Create(column.Type, _source.GetRowCount()));
            var rows = 0L;
            using (var cursor = _source.GetRowCursor(missing))
            {
                for (var index = 0; index < filling.Length; index++)
                    filling[index].Bind(cursor, missing[index]);
                while (cursor.MoveNext())
                {
                    foreach (var column in filling)
                        column.Add();
                    rows++;
                }
            }

            if (rows > Array.MaxLength)
                throw new InvalidOperationException($"A cache holds at most {Array.MaxLength} rows; the data has {rows}.");
            for (var index = 0; index < filling.Length; index++)
            {
                filling[index].Freeze();
                _columns[missing[index].Index] = filling[index];
            }

            _rowCount = rows;
            return (int)rows;
        }
    }

    private sealed class Cursor(CacheDataView view, bool[] active, int first, int lim, int[]? order, long batch) : DataViewRowCursor
    {
        private readonly CachePosition _current = new() { Row = -1 };
        private int _next = first;
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => batch;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            if (_next >= lim)
            {
                _position = -1;
                _current.Row = -1;
                _next = lim;
                return false;
            }

            _current.Row = order is null ? _next : order[_next];
            _next++;
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_current.Checked, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return RowColumns.Cast<TValue>(view._columns[column.Index]!.CreateGetter(_current), column);
        }
    }
}
