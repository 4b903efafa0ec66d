using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class ArrowStringTests
{
    private static ArrowStringDataFrameColumn Column() => new(
        "a", "bözb"u8.ToArray(), MemoryMarshal.AsBytes<int>([0, 3, 3, 4, 5]).ToArray(), new byte[] { 0b1101 }, 4, 1);

    [Fact]
    public void Values_lie_in_Arrows_buffers()
    {
        var column = Column();

        Assert.Equal(["bö", null, "z", "b"], column);
        Assert.Equal([null, "z"], column[1, 2]);
        Assert.Equal(1, column.NullCount);
        Assert.Equal([0, 3, 3, 4, 5], column.GetReadOnlyOffsetsBuffers().Single().ToArray());
        Assert.Equal(["bö?", "?", "z?", "b?"], column.Apply(text => text + "?"));
        Assert.Equal([0b1101], column.Clone().GetReadOnlyNullBitMapBuffers().Single().ToArray());
        Assert.Throws<NotSupportedException>(() => column[0] = "x");
        Assert.Throws<NotSupportedException>(() => column.FillNulls("x", inPlace: true));
        Assert.Throws<ArgumentException>(() => new ArrowStringDataFrameColumn("a", new byte[2], MemoryMarshal.AsBytes<int>([0, 3]).ToArray(), default, 1, 0));
    }

    [Fact]
    public void Data_frames_take_it_for_any_column_of_text()
    {
        var frame = new DataFrame(Column(), new Int32DataFrameColumn("n", [1, 2, 3, 4]));

        Assert.Equal(["b", "bö", "z", null], frame.OrderBy("a")["a"].Values());
        Assert.Equal([3], frame[frame["a"].ElementwiseEquals("z")]["n"].Values());
        Assert.Equal(3, frame.DropNulls().Rows.Count);
        Assert.Equal(["bö", "z", "b"], frame.GroupBy("a").Count()["a"].Values());
        Assert.Equal(["bö", "", "z", "b"], ((IDataView)frame).GetColumn<string>("a"));
        Assert.Equal("x", frame.Columns.GetArrowStringColumn("a").FillNulls("x")[1]);
    }

    [Fact]
    public void Rising_lists_have_numbers_in_common() =>
        Assert.Equal([2, 2, 9], DataFrameJoinExtensions.GetSortedListsIntersection([1, 2, 2, 5, 9], [2, 2, 2, 4, 9, 10]));
}
