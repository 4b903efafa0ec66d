using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests;

/// <summary>A view over arrays, one a column: the plainest source of data there is.</summary>
internal sealed class ArrayView : IDataView
{
    private readonly List<Delegate> _readers = [];
    private readonly DataViewSchema.Builder _builder = new();
    private DataViewSchema? _schema;

    internal ArrayView(int rows) => Rows = rows;

    internal int Rows { get; }

    public bool CanShuffle => false;

    public DataViewSchema Schema => _schema ??= _builder.ToSchema();

    internal ArrayView With<T>(string name, DataViewType type, T[] values, DataViewSchema.Annotations? annotations = null)
    {
        _builder.AddColumn(name, type, annotations);
        _readers.Add((Func<int, T>)(row => values[row]));
        return this;
    }

    internal ArrayView WithVectors(string name, int size, float[][] values, DataViewSchema.Annotations? annotations = null) =>
        With(name, new VectorDataViewType(NumberDataViewType.Single, size), [.. values.Select(row => new VBuffer<float>(size, row))], annotations);

    public long? GetRowCount() => Rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, System.Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, System.Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(ArrayView view, HashSet<int> active) : DataViewRowCursor
    {
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            _position = _position + 1 < view.Rows ? _position + 1 : view.Rows;
            return _position < view.Rows;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Assert.True(IsColumnActive(column));
            var read = (Func<int, TValue>)view._readers[column.Index];
            return (ref TValue value) => value = read((int)_position);
        }
    }
}
