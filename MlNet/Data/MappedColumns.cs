namespace Microsoft.ML.Data;

/// <summary>The getters of a row that passes some columns of another through and adds others.</summary>
internal sealed class MappedColumns
{
    private readonly ColumnBindings _bindings;
    private readonly bool[] _active;
    private readonly Delegate?[] _getters;
    private readonly DataViewRow _source;

    internal MappedColumns(ColumnBindings bindings, IRowMapper mapper, DataViewRow source, bool[] active, bool[] added)
    {
        _bindings = bindings;
        _active = active;
        _source = source;
        _getters = mapper.CreateGetters(source, added);
    }

    internal DataViewSchema Schema => _bindings.Schema;

    internal bool IsActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

    internal ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        RowColumns.CheckActive(_active, column);
        var source = _bindings.SourceOf(column.Index);
        return source >= 0
            ? _source.GetGetter<TValue>(_bindings.Input[source])
            : RowColumns.Cast<TValue>(_getters[~source], column);
    }
}
