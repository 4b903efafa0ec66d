using Microsoft.ML.Data;

namespace MlNetFashion.Pipelines.Tests;

public class PackedImageViewTests
{
    private static readonly PackedImages Images = SketchData.Draw(1000, seed: 1);
    private readonly PackedImageView _view = new(Images, FashionMnist.ClassNames);

    [Fact]
    public void The_schema_is_a_name_and_a_pixel_vector()
    {
        Assert.Equal(["Label", "Pixels"], _view.Schema.Select(column => column.Name));
        Assert.Equal(TextDataViewType.Instance, _view.Schema["Label"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 784), _view.Schema["Pixels"].Type);
        Assert.Equal(NumberDataViewType.Single, new PackedImageView(Images, []).Schema["Label"].Type);
        Assert.Equal(1000, _view.GetRowCount());
    }

    [Fact]
    public void Every_row_is_an_image()
    {
        using var cursor = _view.GetRowCursor(_view.Schema);
        var label = cursor.GetGetter<ReadOnlyMemory<char>>(_view.Schema["Label"]);
        var pixels = cursor.GetGetter<VBuffer<float>>(_view.Schema["Pixels"]);
        ReadOnlyMemory<char> name = default;
        VBuffer<float> buffer = default;

        for (var row = 0; row < Images.Count; row++)
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(row, cursor.Position);
            label(ref name);
            pixels(ref buffer);
            Assert.Equal(FashionMnist.ClassNames[Images.Labels[row]], name.ToString());
            Assert.True(buffer.IsDense);
            Assert.Equal(Images.Image(row).ToArray().Select(value => (float)value), buffer.DenseValues());
        }

        Assert.False(cursor.MoveNext());
        Assert.Throws<InvalidOperationException>(() => pixels(ref buffer));
    }

    [Fact]
    public void Reading_a_row_allocates_nothing()
    {
        using var cursor = _view.GetRowCursor(_view.Schema);
        var label = cursor.GetGetter<ReadOnlyMemory<char>>(_view.Schema["Label"]);
        var pixels = cursor.GetGetter<VBuffer<float>>(_view.Schema["Pixels"]);
        ReadOnlyMemory<char> name = default;
        VBuffer<float> buffer = default;
        Read(10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(900);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Read(int rows)
        {
            for (var i = 0; i < rows && cursor.MoveNext(); i++)
            {
                label(ref name);
                pixels(ref buffer);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Cursors_of_a_set_share_the_rows_in_batches_that_keep_the_order(int cursors)
    {
        var rows = new List<(long Batch, ulong Id)>();
        foreach (var cursor in _view.GetRowCursorSet(_view.Schema, cursors))
        {
            using (cursor)
            {
                var id = cursor.GetIdGetter();
                DataViewRowId value = default;
                while (cursor.MoveNext())
                {
                    id(ref value);
                    rows.Add((cursor.Batch, value.Low));
                }
            }
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (ulong)i), rows.OrderBy(row => row.Batch).Select(row => row.Id));
    }

    [Fact]
    public void A_shuffled_reading_has_every_row_once()
    {
        var ids = Read(new Random(3));

        Assert.NotEqual(ids, ids.Order());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (ulong)i), ids.Order());
        Assert.Equal(ids, Read(new Random(3)));

        List<ulong> Read(Random random)
        {
            using var cursor = _view.GetRowCursor([], random);
            var id = cursor.GetIdGetter();
            DataViewRowId value = default;
            var ids = new List<ulong>();
            while (cursor.MoveNext())
            {
                id(ref value);
                ids.Add(value.Low);
            }

            return ids;
        }
    }

    [Fact]
    public void Columns_that_were_not_asked_for_and_wrong_types_are_refused()
    {
        using var cursor = _view.GetRowCursor([_view.Schema["Label"]]);

        Assert.False(cursor.IsColumnActive(_view.Schema["Pixels"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.GetGetter<VBuffer<float>>(_view.Schema["Pixels"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<float>(_view.Schema["Label"]));
    }
}
