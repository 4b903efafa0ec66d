using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Every row as often as a Poisson number of mean 1 says, which stands for drawing as many rows with replacement; or the rows left out.</summary>
internal sealed class BootstrapView(IDataView source, int seed, bool complement) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), new TauswortheHybrid(seed), complement);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewRowCursor input, Random random, bool complement) : WrappingCursor(input)
    {
        private static readonly double Threshold = Math.Exp(-1);

        private int _remaining;
        private int _copy;
        private long _position = -1;

        public override long Position => _position;

        public override DataViewSchema Schema => Source.Schema;

        public override bool MoveNext()
        {
            while (_remaining == 0)
            {
                if (!Source.MoveNext())
                {
                    _position = -1;
                    return false;
                }

                var count = Poisson();
                _remaining = complement ? (count == 0 ? 1 : 0) : count;
                _copy = 0;
            }

            _remaining--;
            _copy++;
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter()
        {
            var get = Source.GetIdGetter();
            return (ref DataViewRowId value) =>
            {
                get(ref value);
                value = value.Combine(new DataViewRowId((ulong)_copy, 0));
            };
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(column);

        // Knuth's method: how many uniform numbers can be multiplied before the product falls to e^-1.
        private int Poisson()
        {
            var count = 0;
            for (var product = random.NextDouble(); product > Threshold; product *= random.NextDouble())
                count++;
            return count;
        }
    }
}
