using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A view with columns that a stateful mapping adds. Every cursor begins with a new state and maps each row that it comes to.</summary>
internal sealed class StatefulMappingView<TSrc, TDst, TState> : IDataView
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    private readonly IDataView _source;
    private readonly RowWriter<TSrc> _writer;
    private readonly RowReader<TDst> _added;
    private readonly Action<TSrc, TDst, TState> _mapAction;
    private readonly Action<TState> _initialize;
    private readonly ColumnBindings _bindings;

    internal StatefulMappingView(IDataView source, RowWriter<TSrc> writer, RowReader<TDst> added, Action<TSrc, TDst, TState> mapAction, Action<TState> initialize)
    {
        _source = source;
        _writer = writer;
        _added = added;
        _mapAction = mapAction;
        _initialize = initialize;
        _bindings = new ColumnBindings(source.Schema, [.. added.Schema.Select(column => new DataViewSchema.DetachedColumn(column))]);
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema => _bindings.Schema;

    public long? GetRowCount() => _source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = _bindings.ActiveOf(columnsNeeded);
        var inputs = new bool[_source.Schema.Count];
        for (var index = 0; index < active.Length; index++)
        {
            if (active[index] && _bindings.SourceOf(index) >= 0)
                inputs[_bindings.SourceOf(index)] = true;
        }

        foreach (var column in _writer.Columns)
            inputs[column.Index] = true;
        return new Cursor(this, _source.GetRowCursor(_bindings.InputColumns(inputs)), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor : WrappingCursor
    {
        private readonly StatefulMappingView<TSrc, TDst, TState> _view;
        private readonly bool[] _active;
        private readonly Action<TSrc>[] _pokes;
        private readonly TSrc _row = new();
        private readonly CurrentRow<TDst> _result = new() { Row = new TDst() };
        private readonly TState _state = new();

        internal Cursor(StatefulMappingView<TSrc, TDst, TState> view, DataViewRowCursor source, bool[] active)
            : base(source)
        {
            _view = view;
            _active = active;
            _pokes = view._writer.Bind(source);
            view._initialize(_state);
        }

        public override DataViewSchema Schema => _view.Schema;

        public override bool MoveNext()
        {
            if (!Source.MoveNext())
                return false;
            foreach (var poke in _pokes)
                poke(_row);
            _view._mapAction(_row, _result.Row, _state);
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(_active, column);
            var source = _view._bindings.SourceOf(column.Index);
            return source >= 0
                ? Source.GetGetter<TValue>(_view._source.Schema[source])
                : RowColumns.Cast<TValue>(_view._added.CreateGetter(~source, _result), column);
        }
    }
}
