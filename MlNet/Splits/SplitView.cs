namespace Microsoft.ML.Data;

/// <summary>The rows of a view whose sampling number passes a test, in their order. It cannot shuffle: the numbers belong to the order of the source.</summary>
internal sealed class SplitView(IDataView source, RowSampler sampler, Func<double, bool> isIn) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = RowColumns.ActiveOf(Schema, columnsNeeded);
        IEnumerable<DataViewSchema.Column> inputs = Schema.Where(column => active[column.Index] || column.Index == sampler.Column?.Index);
        return new Cursor(source.GetRowCursor(inputs), active, sampler, isIn);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewRowCursor rows, bool[] active, RowSampler sampler, Func<double, bool> isIn) : WrappingCursor(rows)
    {
        private readonly Func<double> _next = sampler.Create(rows);
        private long _position = -1;

        public override long Position => _position;

        public override DataViewSchema Schema => Source.Schema;

        public override bool MoveNext()
        {
            while (Source.MoveNext())
            {
                if (!isIn(_next()))
                    continue;
                _position++;
                return true;
            }

            _position = -1;
            return false;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(active, column);
            return Source.GetGetter<TValue>(column);
        }
    }
}
