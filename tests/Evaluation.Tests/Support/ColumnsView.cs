using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>A view over columns held as arrays of whatever type, with annotations.</summary>
internal sealed class ColumnsView : IDataView
{
    private readonly List<Array> _values = [];
    private readonly DataViewSchema.Builder _schema = new();

    public DataViewSchema Schema => field ??= _schema.ToSchema();

    public bool CanShuffle => false;

    /// <summary>Adds a column of single values.</summary>
    public ColumnsView Add<T>(string name, DataViewType type, T[] values, DataViewSchema.Annotations? annotations = null)
    {
        _schema.AddColumn(name, type, annotations);
        _values.Add(values);
        return this;
    }

    /// <summary>Adds a column of vectors of Single.</summary>
    public ColumnsView AddVectors(string name, float[][] rows, DataViewSchema.Annotations? annotations = null) =>
        Add(name, new VectorDataViewType(NumberDataViewType.Single, rows.Length == 0 ? 3 : rows[0].Length),
            rows.Select(row => new VBuffer<float>(row.Length, row)).ToArray(), annotations);

    /// <summary>Annotations with one vector of texts or numbers.</summary>
    public static DataViewSchema.Annotations Annotate<T>(string kind, PrimitiveDataViewType type, params T[] values)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add(kind, new VectorDataViewType(type, values.Length), (ref VBuffer<T> value) => value = new VBuffer<T>(values.Length, values));
        return builder.ToAnnotations();
    }

    /// <summary>The same for names.</summary>
    public static DataViewSchema.Annotations Annotate(string kind, params string[] names) =>
        Annotate(kind, TextDataViewType.Instance, names.Select(name => name.AsMemory()).ToArray());

    public long? GetRowCount() => _values[0].Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [new Cursor(this)];

    private sealed class Cursor(ColumnsView view) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override bool MoveNext() => ++_position < view._values[0].Length;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var values = (TValue[])view._values[column.Index];
            return (ref TValue value) => value = values[_position];
        }
    }
}
