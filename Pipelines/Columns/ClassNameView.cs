using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Pipelines;

/// <summary>The class names as an ML.NET view of one text column: the key data that fixes the order of keys.</summary>
internal sealed class ClassNameView : IDataView
{
    private readonly ReadOnlyMemory<char>[] _names;

    public ClassNameView(string columnName, ImmutableArray<string> names)
    {
        _names = [.. names.Select(name => name.AsMemory())];
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(columnName, TextDataViewType.Instance);
        Schema = schema.ToSchema();
    }

    /// <summary>False: the order is the point.</summary>
    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _names.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, columnsNeeded.Any());

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(ClassNameView view, bool active) : DataViewRowCursor
    {
        private int _row = -1;

        public override long Position => _row;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            _row = _row + 1 < view._names.Length ? _row + 1 : -1;
            return _row >= 0;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            ValueGetter<ReadOnlyMemory<char>> getter = (ref ReadOnlyMemory<char> value) => value = view._names[_row];
            return getter as ValueGetter<TValue> ?? throw new InvalidOperationException(
                $"Column '{column.Name}' holds text. Received: a request for {typeof(TValue)}.");
        }
    }
}
