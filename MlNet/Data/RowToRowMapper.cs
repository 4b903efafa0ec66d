namespace Microsoft.ML.Data;

/// <summary>Applies a row mapper to single rows.</summary>
internal sealed class RowToRowMapper : IRowToRowMapper
{
    private readonly IRowMapper _mapper;
    private readonly ColumnBindings _bindings;

    internal RowToRowMapper(DataViewSchema inputSchema, IRowMapper mapper, bool appendAll = false)
    {
        _mapper = mapper;
        _bindings = new ColumnBindings(inputSchema, mapper.OutputColumns, appendAll);
    }

    public DataViewSchema InputSchema => _bindings.Input;

    public DataViewSchema OutputSchema => _bindings.Schema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var (_, inputs) = _bindings.Split(_bindings.ActiveOf(dependingColumns), _mapper);
        return _bindings.InputColumns(inputs);
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        var active = _bindings.ActiveOf(activeColumns);
        var (added, _) = _bindings.Split(active, _mapper);
        return new Row(input, new MappedColumns(_bindings, _mapper, input, active, added));
    }

    private sealed class Row(DataViewRow source, MappedColumns columns) : DataViewRow
    {
        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override DataViewSchema Schema => columns.Schema;

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => columns.IsActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => columns.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
        }
    }
}
