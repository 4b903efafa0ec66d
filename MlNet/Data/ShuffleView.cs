using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>The rows of a view in a random order that is the same at every pass: the source is read in a random order if it can
/// be, and each row then drawn from a pool of rows read ahead.</summary>
internal sealed class ShuffleView(IDataView source, int seed, int poolSize, bool shuffleSource) : IDataView
{
    public bool CanShuffle => true;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var random = rand ?? new TauswortheHybrid(seed);

        // The fork is drawn whether the source can use it or not: the pool's numbers come after it.
        var forSource = shuffleSource ? new TauswortheHybrid(random) : null;
        var columns = columnsNeeded.ToArray();
        var input = source.GetRowCursor(columns, source.CanShuffle ? forSource : null);
        return poolSize == 1 ? input : new Cursor(this, input, RowColumns.ActiveOf(Schema, columns), poolSize, random);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : WrappingCursor
    {
        private readonly ShuffleView _view;
        private readonly bool[] _active;
        private readonly Random _random;
        private readonly PoolColumn?[] _pool;
        private readonly RowIdPool _ids;
        private readonly int[] _slots;
        private readonly CachePosition _current = new() { Row = -1 };
        private int _filled;
        private int _first;
        private bool _sourceEnded;
        private long _position = -1;

        internal Cursor(ShuffleView view, DataViewRowCursor input, bool[] active, int poolSize, Random random)
            : base(input)
        {
            _view = view;
            _active = active;
            _random = random;
            _slots = new int[poolSize];
            for (var slot = 0; slot < poolSize; slot++)
                _slots[slot] = slot;
            _ids = new RowIdPool(input, poolSize);
            _pool = new PoolColumn?[active.Length];
            foreach (var column in view.Schema.Where(column => active[column.Index]))
            {
                var pooled = PoolColumn.Create(column.Type, poolSize);
                pooled.Bind(input, column);
                _pool[column.Index] = pooled;
            }
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => _view.Schema;

        public override bool MoveNext()
        {
            // The slots form a ring whose rows stand in reading order, but for the swaps below.
            while (!_sourceEnded && _filled < _slots.Length)
            {
                if (!Source.MoveNext())
                {
                    _sourceEnded = true;
                    break;
                }

                var slot = _slots[(_first + _filled) % _slots.Length];
                _filled++;
                _ids.Store(slot);
                foreach (var column in _pool)
                    column?.Store(slot);
            }

            if (_filled == 0)
            {
                _position = -1;
                _current.Row = -1;
                return false;
            }

            var drawn = (_first + _random.Next(_filled)) % _slots.Length;
            (_slots[_first], _slots[drawn]) = (_slots[drawn], _slots[_first]);
            _current.Row = _slots[_first];
            _first = (_first + 1) % _slots.Length;
            _filled--;
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = _ids[_current.Checked];

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(_active, column);
            return RowColumns.Cast<TValue>(_pool[column.Index]!.CreateGetter(_current), column);
        }
    }
}
