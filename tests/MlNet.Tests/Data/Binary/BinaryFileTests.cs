using System.IO.Compression;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Data.Binary;

public sealed class BinaryFileTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string FilePath => Path.Combine(_folder.FullName, "data.idv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_kind_of_column_comes_back()
    {
        var view = EveryKind();

        var loaded = SavedAndLoaded(view);

        Assert.Equal(view.Schema.Select(column => (column.Name, column.Type)), loaded.Schema.Select(column => (column.Name, column.Type)));
        Assert.Equal(3, loaded.GetRowCount());
        Assert.Equal(Rows(view), Rows(loaded));
        VBuffer<ReadOnlyMemory<char>> keys = default;
        loaded.Schema["Key"].GetKeyValues(ref keys);
        Assert.Equal(["a", "b"], keys.DenseValues().Select(key => key.ToString()));
        using var cursor = loaded.GetRowCursor([loaded.Schema["Sparse"]]);
        Assert.True(cursor.MoveNext());
        VBuffer<float> sparse = default;
        cursor.GetGetter<VBuffer<float>>(loaded.Schema["Sparse"])(ref sparse);
        Assert.False(sparse.IsDense);
        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.GetGetter<float>(loaded.Schema["Single"]));
    }

    [Fact]
    public void The_file_is_laid_out_as_the_format_says()
    {
        var view = new ArrayView(2).With("Label", NumberDataViewType.Single, new[] { 1.5f, -2f });
        SavedAndLoaded(view);

        using var block = new MemoryStream();
        using (var deflate = new DeflateStream(block, CompressionLevel.Optimal, leaveOpen: true))
        using (var values = new BinaryWriter(deflate))
        {
            values.Write(1.5f);
            values.Write(-2f);
        }

        using var expected = new MemoryStream();
        using (var writer = new BinaryWriter(expected, Encoding.UTF8, leaveOpen: true))
        {
            var lookup = 256 + block.Length;
            var contents = lookup + 16;
            var entry = 1 + 5 + 1 + 6 + 1 + 1 + 1 + 8 + 8;
            writer.Write(0x00425644004C4D43UL);
            writer.Write(0x0001000100010006UL);
            writer.Write(0x0001000100010006UL);
            writer.Write(contents);
            writer.Write(contents + entry);
            writer.Write(2L);
            writer.Write(1);
            writer.Write(new byte[256 - 52]);
            writer.Write(block.ToArray());
            writer.Write(256L);
            writer.Write((int)block.Length);
            writer.Write(8);
            writer.Write("Label");
            writer.Write("Single");
            writer.Write((byte)0); // no parameters of the codec
            writer.Write((byte)1); // deflate
            writer.Write((byte)2); // rows in a block
            writer.Write(lookup);
            writer.Write(0L); // no annotations
            writer.Write(0x434D4C0044564200UL);
        }

        Assert.Equal(expected.ToArray(), File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Many_rows_lie_in_several_blocks_and_can_be_shuffled()
    {
        const int rows = 60_000;
        var view = new ArrayView(rows)
            .With("Index", NumberDataViewType.Int32, Enumerable.Range(0, rows).ToArray())
            .With("Name", TextDataViewType.Instance, Enumerable.Range(0, rows).Select(row => $"row {row}".AsMemory()).ToArray());

        var loaded = SavedAndLoaded(view);

        Assert.Equal(Enumerable.Range(0, rows), loaded.GetColumn<int>("Index"));
        Assert.Equal(Enumerable.Range(0, rows).Select(row => $"row {row}"), loaded.GetColumn<string>("Name"));
        Assert.True(loaded.CanShuffle);
        var shuffled = _mlContext.Data.ShuffleRows(loaded, seed: 7);
        var order = shuffled.GetColumn<int>("Index").ToArray();
        Assert.Equal(order, shuffled.GetColumn<int>("Index"));
        Assert.NotEqual(Enumerable.Range(0, rows), order);
        Assert.Equal(Enumerable.Range(0, rows), order.Order());
        Assert.Equal(order.Select(row => $"row {row}"), shuffled.GetColumn<string>("Name"));
        Assert.Equal(Enumerable.Range(rows - 5, 5), _mlContext.Data.SkipRows(loaded, rows - 5).GetColumn<int>("Index"));
    }

    [Fact]
    public void Hidden_columns_are_saved_only_when_asked_for_and_images_never()
    {
        using var image = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, new byte[4]);
        var data = _mlContext.Data.LoadFromEnumerable(new List<WithImage> { new() { Value = 3, Image = image } });
        var view = _mlContext.Transforms.Conversion.ConvertType("Value", outputKind: DataKind.Double).Fit(data).Transform(data);

        Assert.Equal("Value", Assert.Single(SavedAndLoaded(view).Schema).Name);
        using var stream = new MemoryStream();
        _mlContext.Data.SaveAsBinary(view, stream, keepHidden: true);
        File.WriteAllBytes(FilePath, stream.ToArray());
        var all = _mlContext.Data.LoadFromBinary(FilePath);
        Assert.Equal([NumberDataViewType.Single, NumberDataViewType.Double], all.Schema.Select(column => column.Type));
        Assert.True(all.Schema[0].IsHidden);
    }

    [Fact]
    public void A_view_without_rows_or_columns_comes_back()
    {
        Assert.Empty(SavedAndLoaded(new ArrayView(0).With("X", NumberDataViewType.Byte, Array.Empty<byte>())).GetColumn<byte>("X"));
        Assert.Empty(SavedAndLoaded(new ArrayView(0)).Schema);
    }

    [Fact]
    public void What_is_not_whole_is_refused_with_one_sentence()
    {
        SavedAndLoaded(EveryKind());
        var bytes = File.ReadAllBytes(FilePath);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(bytes[..length]));

        var refused = 0;
        for (var place = 0; place < bytes.Length; place++)
        {
            var changed = bytes.ToArray();
            changed[place] ^= 0x55;
            try
            {
                Read(changed);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, bytes.Length / 4, bytes.Length);

        void Read(byte[] content)
        {
            var view = _mlContext.Data.LoadFromBinary(new Memory(content));
            using var cursor = view.GetRowCursor(view.Schema);
            while (cursor.MoveNext())
            {
            }
        }
    }

    [Fact]
    public void Files_that_are_not_there_and_streams_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Data.LoadFromBinary(FilePath));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Data.LoadFromBinary(new MultiFileSource()));
        using var stream = new MemoryStream(new byte[3]) { Position = 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Data.SaveAsBinary(new ArrayView(0), stream));
    }

    private IDataView SavedAndLoaded(IDataView view)
    {
        using (var stream = new FileStream(FilePath, FileMode.Create))
            _mlContext.Data.SaveAsBinary(view, stream);
        return _mlContext.Data.LoadFromBinary(FilePath);
    }

    private static ArrayView EveryKind()
    {
        VBuffer<ReadOnlyMemory<char>> names = new(2, ["a".AsMemory(), "b".AsMemory()]);
        var keys = new DataViewSchema.Annotations.Builder();
        keys.Add("KeyValues", new VectorDataViewType(TextDataViewType.Instance, 2), (ref VBuffer<ReadOnlyMemory<char>> value) => names.CopyTo(ref value));
        var zone = TimeSpan.FromMinutes(-90);
        return new ArrayView(3)
            .With("SByte", NumberDataViewType.SByte, new sbyte[] { -1, 0, 1 })
            .With("Byte", NumberDataViewType.Byte, new byte[] { 1, 0, 255 })
            .With("Int16", NumberDataViewType.Int16, new short[] { -300, 0, 300 })
            .With("UInt16", NumberDataViewType.UInt16, new ushort[] { 1, 0, 65535 })
            .With("Int32", NumberDataViewType.Int32, new[] { int.MinValue, 0, 1 })
            .With("UInt32", NumberDataViewType.UInt32, new[] { uint.MaxValue, 0u, 1u })
            .With("Int64", NumberDataViewType.Int64, new[] { long.MinValue, 0, 1 })
            .With("UInt64", NumberDataViewType.UInt64, new[] { ulong.MaxValue, 0u, 1u })
            .With("Single", NumberDataViewType.Single, new[] { float.NaN, 0f, 1.5f })
            .With("Double", NumberDataViewType.Double, new[] { double.NegativeInfinity, 0, 0.1 })
            .With("Text", TextDataViewType.Instance, new[] { "größer".AsMemory(), "".AsMemory(), "b".AsMemory() })
            .With("Boolean", BooleanDataViewType.Instance, new[] { true, false, true })
            .With("TimeSpan", TimeSpanDataViewType.Instance, new[] { TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromSeconds(-5) })
            .With("DateTime", DateTimeDataViewType.Instance, new[] { DateTime.MinValue, new DateTime(2017, 8, 25), DateTime.MaxValue })
            .With("Zoned", DateTimeOffsetDataViewType.Instance, new[] { DateTimeOffset.MinValue, new DateTimeOffset(2017, 8, 25, 1, 2, 3, zone), DateTimeOffset.UnixEpoch })
            .With("RowId", RowIdDataViewType.Instance, new[] { new DataViewRowId(1, 2), default, new DataViewRowId(ulong.MaxValue, 3) })
            .With("Key", new KeyDataViewType(typeof(uint), 2), new[] { 1u, 0u, 2u }, keys.ToAnnotations())
            .With("Sparse", new VectorDataViewType(NumberDataViewType.Single, 2, 3), new VBuffer<float>[]
            {
                new(6, 2, [1f, 2f], [0, 5]), new(6, 0, [], []), new(6, [1f, 2f, 3f, 4f, 5f, 6f]),
            })
            .With("Bits", new VectorDataViewType(BooleanDataViewType.Instance, 9), Enumerable.Range(0, 3).Select(row => new VBuffer<bool>(9, [.. Enumerable.Range(row, 9).Select(bit => bit % 3 == 0)])).ToArray())
            .With("Words", new VectorDataViewType(TextDataViewType.Instance), new VBuffer<ReadOnlyMemory<char>>[]
            {
                new(2, ["x".AsMemory(), "".AsMemory()]), new(0, []), new(3, 1, ["y".AsMemory()], [1]),
            })
            .With("Equal", new VectorDataViewType(NumberDataViewType.Double), Enumerable.Range(0, 3).Select(row => new VBuffer<double>(2, [row, -row])).ToArray());
    }

    private static List<string> Rows(IDataView view) =>
        [.. view.Preview().RowView.Select(row => string.Join('|', row.Values.Select(value => $"{value.Key}={Text(value.Value)}")))];

    private static string Text(object value)
    {
        if (value is not System.Collections.IEnumerable items || value is ReadOnlyMemory<char> or string)
            return value.ToString()!;
        return string.Join(',', items.Cast<object>());
    }

    private sealed class WithImage
    {
        public float Value { get; set; }

        public MLImage? Image { get; set; }
    }

    private sealed class Memory(byte[] bytes) : IMultiStreamSource
    {
        public int Count => 1;

        public string? GetPathOrNull(int index) => null;

        public Stream Open(int index) => new MemoryStream(bytes, writable: false);

        public TextReader OpenTextReader(int index) => new StreamReader(Open(index));
    }
}
