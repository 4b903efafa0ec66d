using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>
/// A view with the columns of a mapper that scores. Where they are asked for, a second cursor over the inputs runs ahead and whole batches
/// of rows are scored at once.
/// </summary>
internal sealed class NetworkView(IDataView source, IScoringMapper mapper) : IDataView
{
    private readonly ColumnBindings _bindings = new(source.Schema, mapper.OutputColumns);

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => _bindings.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = _bindings.ActiveOf(columnsNeeded);
        var passed = new bool[_bindings.Input.Count];
        var added = new bool[_bindings.AddedCount];
        for (var index = 0; index < active.Length; index++)
        {
            var from = _bindings.SourceOf(index);
            if (from >= 0)
                passed[from] = active[index];
            else
                added[~from] = active[index];
        }

        // Both cursors must meet the rows in the same order, so each gets a generator of the same seed.
        var seed = rand?.Next();
        Random? Order() => seed is { } known ? new Random(known) : null;
        var ahead = added.Contains(true) ? source.GetRowCursor(mapper.Inputs, Order()) : null;
        var batches = ahead is null ? null : mapper.Score(ahead, added);
        return new Cursor(_bindings, source.GetRowCursor(_bindings.InputColumns(passed), Order()), active, batches);
    }

    /// <summary>One cursor: the network itself uses all cores.</summary>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(ColumnBindings bindings, DataViewRowCursor source, bool[] active, IScoredRows? batches) : WrappingCursor(source)
    {
        public override DataViewSchema Schema => bindings.Schema;

        public override bool MoveNext()
        {
            if (!Source.MoveNext())
                return false;
            batches?.MoveNext();
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            var from = bindings.SourceOf(column.Index);
            return from >= 0
                ? Source.GetGetter<TValue>(bindings.Input[from])
                : RowColumns.Cast<TValue>(batches!.GetGetter(~from), column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                batches?.Dispose();
            base.Dispose(disposing);
        }
    }
}
