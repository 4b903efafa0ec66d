namespace Microsoft.ML.Data;

/// <summary>A run of rows of a view.</summary>
internal sealed class SkipTakeView(IDataView source, long skip, long take) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount() is { } count ? Math.Min(Math.Max(0, count - skip), take) : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), skip, take);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewRowCursor source, long skip, long take) : WrappingCursor(source)
    {
        private long _position = -1;
        private long _taken;
        private bool _ended;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => Source.Schema;

        public override bool MoveNext()
        {
            if (!_ended && Advance())
            {
                _taken++;
                _position++;
                return true;
            }

            _ended = true;
            _position = -1;
            return false;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(column);

        private bool Advance()
        {
            if (_taken >= take)
                return false;
            for (var skipped = 0L; _taken == 0 && skipped < skip; skipped++)
            {
                if (!Source.MoveNext())
                    return false;
            }

            return Source.MoveNext();
        }
    }
}
