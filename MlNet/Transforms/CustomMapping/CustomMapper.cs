using System.Reflection;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A custom mapping bound to a schema. The two objects of a cursor are used for every row.</summary>
internal sealed class CustomMapper<TSrc, TDst>(DataViewSchema inputSchema, RowWriter<TSrc> writer, RowReader<TDst> added, Action<TSrc, TDst> mapAction) : IRowMapper
    where TSrc : class, new()
    where TDst : class, new()
{
    public DataViewSchema.DetachedColumn[] OutputColumns { get; } = [.. added.Schema.Select(column => new DataViewSchema.DetachedColumn(column))];

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs)
    {
        if (!activeOutputs.Contains(true))
            return;
        foreach (var column in writer.Columns)
            inputs[column.Index] = true;
    }

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        if (input.Schema.Count != inputSchema.Count)
            throw new ArgumentException("The row is not of the schema that the mapping was bound to.", nameof(input));
        var getters = new Delegate?[activeOutputs.Length];
        if (!activeOutputs.AsSpan().Contains(true))
            return getters;
        var state = new State(input, writer, mapAction);
        for (var index = 0; index < getters.Length; index++)
        {
            if (activeOutputs[index])
            {
                getters[index] = (Delegate)typeof(CustomMapper<TSrc, TDst>).GetMethod(nameof(Refreshed), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(added.Schema[index].Type.RawType).Invoke(null, [state, added.CreateGetter(index, state.Result)])!;
            }
        }

        return getters;
    }

    private static ValueGetter<T> Refreshed<T>(State state, Delegate getter)
    {
        var get = (ValueGetter<T>)getter;
        return (ref T value) =>
        {
            state.Refresh();
            get(ref value);
        };
    }

    private sealed class State
    {
        private readonly DataViewRow _input;
        private readonly Action<TSrc>[] _pokes;
        private readonly Action<TSrc, TDst> _mapAction;
        private readonly TSrc _source = new();
        private long _position = -1;

        internal State(DataViewRow input, RowWriter<TSrc> writer, Action<TSrc, TDst> mapAction)
        {
            _input = input;
            _pokes = writer.Bind(input);
            _mapAction = mapAction;
            Result.Row = new TDst();
        }

        internal CurrentRow<TDst> Result { get; } = new();

        internal void Refresh()
        {
            if (_position == _input.Position && _position >= 0)
                return;
            foreach (var poke in _pokes)
                poke(_source);
            _mapAction(_source, Result.Row);
            _position = _input.Position;
        }
    }
}
