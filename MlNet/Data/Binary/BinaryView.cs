using MlNetFashion.Interchange.Idv;
using Microsoft.ML.Model;

namespace Microsoft.ML.Data;

/// <summary>The rows of an IDV file. Each cursor opens the file anew and holds one block of each of its columns.</summary>
internal sealed class BinaryView : IDataView
{
    // As in ML.NET: rows in random order are drawn from a pool of about so many blocks.
    private const int BlocksInPool = 4;
    private const int LargestPool = 1 << 28;

    private readonly IMultiStreamSource _source;
    private readonly IdvFileReader _file;

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal BinaryView(IMultiStreamSource source)
    {
        _source = source;
        var name = $"'{source.GetPathOrNull(0) ?? "The stream"}'";
        using (var stream = Open())
            _file = IdvFileReader.Open(stream, name);
        Schema = SchemaFile.FromColumns(_file.Columns, name);
    }

    public bool CanShuffle => true;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _file.Rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var pool = (int)Math.Min(Math.Min((long)BlocksInPool * _file.RowsPerBlock, LargestPool), _file.Rows);
        if (rand is null || pool < 2)
            return CreateCursor(columnsNeeded, rand);

        // A pool that holds all rows needs no blocks in random order.
        return new ShuffleView(new BlockOrder(this, pool < _file.Rows ? rand : null), 0, pool, shuffleSource: false).GetRowCursor(columnsNeeded, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private Cursor CreateCursor(IEnumerable<DataViewSchema.Column> columns, Random? rand) =>
        new(this, RowColumns.ActiveOf(Schema, columns), rand is null ? null : Runtime.RandomPermutation.Of(_file.Blocks, rand));

    private Stream Open() => _source.Open(0);

    /// <summary>The view with its blocks in random order.</summary>
    private sealed class BlockOrder(BinaryView view, Random? blocks) : IDataView
    {
        public bool CanShuffle => false;

        public DataViewSchema Schema => view.Schema;

        public long? GetRowCount() => view.GetRowCount();

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => view.CreateCursor(columnsNeeded, blocks);

        public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];
    }

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly BinaryView _view;
        private readonly bool[] _active;
        private readonly int[]? _order;
        private readonly BlockReader?[] _columns;
        private readonly Stream _stream;
        private readonly CachePosition _current = new() { Row = -1 };
        private int _step = -1;
        private int _block;
        private int _rows;
        private long _position = -1;

        internal Cursor(BinaryView view, bool[] active, int[]? order)
        {
            _view = view;
            _active = active;
            _order = order;
            _stream = view.Open();
            _columns = new BlockReader?[active.Length];
            foreach (var column in view.Schema.Where(column => active[column.Index]))
                _columns[column.Index] = BlockReader.Create(column.Type, view._file.Columns[column.Index].Type);
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => _view.Schema;

        public override bool MoveNext()
        {
            if (_current.Row + 1 >= _rows && !NextBlock())
            {
                _current.Row = -1;
                _position = -1;
                return false;
            }

            _current.Row++;
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
            value = new DataViewRowId((ulong)(((long)_block * _view._file.RowsPerBlock) + _current.Checked), 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => RowColumns.IsActive(_active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            RowColumns.CheckActive(_active, column);
            return RowColumns.Cast<TValue>(_columns[column.Index]!.CreateGetter(_current), column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _stream.Dispose();
            base.Dispose(disposing);
        }

        private bool NextBlock()
        {
            if (_step + 1 >= _view._file.Blocks)
            {
                _rows = 0;
                return false;
            }

            _step++;
            _block = _order is null ? _step : _order[_step];
            _rows = _view._file.RowsIn(_block);
            _current.Row = -1;
            for (var column = 0; column < _columns.Length; column++)
                _columns[column]?.Load(_view._file.ReadBlock(_stream, column, _block), _rows);
            return true;
        }
    }
}
