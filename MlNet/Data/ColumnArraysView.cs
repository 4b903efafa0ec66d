using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>A view over arrays of raw values, one a column.</summary>
internal sealed class ColumnArraysView : IDataView
{
    private readonly Array[] _values;
    private readonly int _rows;

    internal ColumnArraysView(params (DataViewSchema.DetachedColumn Column, Array Values)[] columns)
    {
        Schema = DataViewSchema.FromColumns(columns.Select(item => item.Column));
        _values = Array.ConvertAll(columns, item => item.Values);
        _rows = _values[0].Length;
        if (Array.Exists(_values, values => values.Length != _rows))
            throw new ArgumentException($"All columns need the same number of values. Received: {string.Join(", ", _values.Select(values => values.Length))}.", nameof(columns));
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, RowColumns.ActiveOf(Schema, columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private static ValueGetter<T> Single<T>(Array values, CachePosition position)
    {
        var items = (T[])values;
        return (ref T value) => value = items[position.Checked];
    }

    private static ValueGetter<VBuffer<T>> Vector<T>(Array values, CachePosition position)
    {
        var items = (VBuffer<T>[])values;
        return (ref VBuffer<T> value) => items[position.Checked].CopyTo(ref value);
    }

    private sealed class Cursor(ColumnArraysView view, bool[] active) : DataViewRowCursor
    {
        private readonly CachePosition _current = new() { Row = -1 };
        private bool _ended;

        public override long Position => _current.Row;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            _ended |= _current.Row + 1 >= view._rows;
            _current.Row = _ended ? -1 : _current.Row + 1;
            return !_ended;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_current.Checked, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            var (maker, type) = column.Type is VectorDataViewType vector ? (nameof(Vector), vector.ItemType.RawType) : (nameof(Single), column.Type.RawType);
            var getter = (Delegate)typeof(ColumnArraysView).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [view._values[column.Index], _current])!;
            return RowColumns.Cast<TValue>(getter, column);
        }
    }
}
