namespace Microsoft.ML.Data;

/// <summary>A row that is whatever object it was given last; each counts as a new position.</summary>
internal sealed class ObjectRow<TRow>(RowReader<TRow> reader) : DataViewRow
    where TRow : class
{
    private readonly CurrentRow<TRow> _current = new();
    private readonly Delegate?[] _getters = new Delegate?[reader.Schema.Count];
    private long _position = -1;

    public override long Position => _position;

    public override long Batch => 0;

    public override DataViewSchema Schema => reader.Schema;

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

    public override bool IsColumnActive(DataViewSchema.Column column) => column.Index < Schema.Count;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        RowColumns.Cast<TValue>(_getters[column.Index] ??= reader.CreateGetter(column.Index, _current), column);

    internal void Set(TRow row)
    {
        _current.Row = row;
        _position++;
    }
}
