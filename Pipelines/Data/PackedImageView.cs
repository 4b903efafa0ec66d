using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Packed images as ML.NET data: <c>Label</c> (text: the class's name, or Single: its number) and <c>Pixels</c> (Vector&lt;Single&gt; of
/// height × width, 0 to 255). Rows are made while they are read; none is kept as an object.
/// </summary>
internal sealed class PackedImageView : IDataView
{
    public const string LabelColumn = "Label";
    public const string PixelsColumn = "Pixels";

    private const int PixelsIndex = 1;

    /// <summary>Rows that a cursor of a set reads in a row before the next cursor's turn.</summary>
    private const int BatchRows = 64;

    private readonly PackedImages _images;
    private readonly ReadOnlyMemory<char>[]? _classNames;

    /// <param name="images">The images.</param>
    /// <param name="classNames">What to call the classes; empty for numbers.</param>
    /// <param name="pixelsColumn">The name of the pixel column.</param>
    /// <param name="pixelsType">Its type, where it has dimensions; null for a plain vector.</param>
    public PackedImageView(
        PackedImages images, ImmutableArray<string> classNames, string pixelsColumn = PixelsColumn, VectorDataViewType? pixelsType = null)
    {
        _images = images;
        _classNames = classNames.IsEmpty ? null : [.. classNames.Select(name => name.AsMemory())];
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(LabelColumn, _classNames is null ? NumberDataViewType.Single : TextDataViewType.Instance);
        schema.AddColumn(pixelsColumn, pixelsType ?? new VectorDataViewType(NumberDataViewType.Single, images.ImageSize));
        Schema = schema.ToSchema();
    }

    /// <summary>True: any row is as near as any other.</summary>
    public bool CanShuffle => true;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _images.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, ActiveColumns(columnsNeeded), Order(rand), part: 0, parts: 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var active = ActiveColumns(columnsNeeded);
        var order = Order(rand);
        var parts = Math.Clamp(n, 1, (_images.Count + BatchRows - 1) / BatchRows);
        return [.. Enumerable.Range(0, parts).Select(part => new Cursor(this, active, order, part, parts))];
    }

    private bool[] ActiveColumns(IEnumerable<DataViewSchema.Column> columnsNeeded)
    {
        var active = new bool[Schema.Count];
        foreach (var column in columnsNeeded)
        {
            if (column.Index < active.Length && Schema[column.Index].Name == column.Name)
                active[column.Index] = true;
        }

        return active;
    }

    /// <summary>Null: as the images lie.</summary>
    private int[]? Order(Random? rand)
    {
        if (rand is null)
            return null;
        var order = Enumerable.Range(0, _images.Count).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = rand.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>Reads every <c>parts</c>-th batch of rows, beginning with batch <c>part</c>.</summary>
    private sealed class Cursor(PackedImageView view, bool[] active, int[]? order, int part, int parts) : DataViewRowCursor
    {
        private readonly PackedImages _images = view._images;
        private long _position = -1;
        private int _next = part * BatchRows;
        private int _current = part * BatchRows;
        private int _row = -1;

        public override long Position => _position;

        /// <summary>Rows of a set come back in order when batches are read by rising numbers.</summary>
        public override long Batch => parts == 1 ? 0 : _current / BatchRows;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            if (_next >= _images.Count)
            {
                (_position, _row) = (-1, -1);
                return false;
            }

            _current = _next;
            _row = order is null ? _current : order[_current];
            _position++;
            _next++;
            if (_next % BatchRows == 0)
                _next += (parts - 1) * BatchRows;
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active[column.Index];

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)Row(), 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!active[column.Index])
                throw new ArgumentOutOfRangeException(nameof(column), $"Column '{column.Name}' was not asked for when the cursor was made.");
            Delegate getter = column.Index == PixelsIndex ? (ValueGetter<VBuffer<float>>)GetPixels
                : view._classNames is null ? (ValueGetter<float>)GetNumber
                : (ValueGetter<ReadOnlyMemory<char>>)GetName;
            return getter as ValueGetter<TValue> ?? throw new InvalidOperationException(
                $"Column '{column.Name}' holds {column.Type.RawType}. Received: a request for {typeof(TValue)}.");
        }

        private int Row() => _row >= 0 ? _row : throw new InvalidOperationException("A row can be read after MoveNext returned true, not before or after the last.");

        private void GetName(ref ReadOnlyMemory<char> value) => value = view._classNames![_images.Labels[Row()]];

        private void GetNumber(ref float value) => value = _images.Labels[Row()];

        private void GetPixels(ref VBuffer<float> value)
        {
            var image = _images.Image(Row());
            var editor = VBufferEditor.Create(ref value, image.Length);
            for (var i = 0; i < image.Length; i++)
                editor.Values[i] = image[i];
            value = editor.Commit();
        }
    }
}
