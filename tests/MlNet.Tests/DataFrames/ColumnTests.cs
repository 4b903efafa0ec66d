using Microsoft.Data.Analysis;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class ColumnTests
{
    private static readonly Int32DataFrameColumn Numbers = new("Numbers", [3, null, -1, 8]);

    [Fact]
    public void Nulls_are_counted_however_they_come_and_go()
    {
        var column = new Int64DataFrameColumn("x", [1, null, 3]);
        column.Append(null);
        column.AppendMany(7, 20);
        column[0] = null;
        column[1] = 2;
        column[1] = 2;

        Assert.Equal(24, column.Length);
        Assert.Equal(2, column.NullCount);
        Assert.False(column.IsValid(0));
        Assert.Equal([2L, 3, null], column[1, 3]);
        Assert.Equal(column.NullCount, column.ElementwiseIsNull().Count(value => value == true));
        Assert.Equal(22, column.DropNulls().Length);
    }

    [Fact]
    public void Arrow_buffers_are_taken_and_given()
    {
        var column = new Int32DataFrameColumn("x", new byte[] { 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0 }, new byte[] { 0b101 }, 3, 1);

        Assert.Equal([1, null, 3], column);
        Assert.Equal(0b101, column.GetReadOnlyNullBitMapBuffers().Single().Span[0]);
        Assert.Equal(3, column.GetReadOnlyDataBuffers().Single().Span[2]);
    }

    [Fact]
    public void Arithmetic_keeps_the_type_where_both_sides_have_it()
    {
        Assert.Equal([5, null, 1, 10], Numbers.Add<int>(2).Values());
        Assert.Equal([6, null, -2, 16], ((DataFrameColumn)Numbers).Add(Numbers).Values());
        Assert.Equal([1, null, 0, 4], Numbers.Divide<int>(2).Values());
        Assert.Equal([-2, null, 2, -7], Numbers.ReverseSubtract<int>(1).Values());
        Assert.IsType<Int32DataFrameColumn>(Numbers.Multiply<int>(2));
    }

    [Fact]
    public void Arithmetic_of_different_types_is_double_or_decimal()
    {
        DataFrameColumn numbers = Numbers;

        Assert.Equal([3.5, null, -0.5, 8.5], numbers.Add(0.5f).Values());
        Assert.Equal([3.5m, null, -0.5m, 8.5m], numbers.Add(0.5m).Values());
        Assert.Equal([4.5, null, null, 8.0], numbers.Add((DataFrameColumn)new SingleDataFrameColumn("y", [1.5f, 2, null, 0])).Values());
        Assert.Throws<ArgumentException>(() => numbers.Add(0.5, inPlace: true));
        Assert.Throws<IndexOutOfRangeException>(() => numbers.Clone(new Int64DataFrameColumn("rows", [0, 9])));
        Assert.Throws<ArgumentException>(() => numbers.Add("text", inPlace: true));
        Assert.Throws<ArgumentException>(() => numbers.ReverseAdd("text", inPlace: true));
        Assert.Throws<NotSupportedException>(() => numbers.Add("text"));
        Assert.Throws<NotSupportedException>(() => numbers.Add(true));
        Assert.Throws<NotSupportedException>(() => numbers.And(true));
        Assert.Throws<NotSupportedException>(() => new BooleanDataFrameColumn("b", [true]).Add(1));
        Assert.Throws<NotSupportedException>(() => new DateTimeDataFrameColumn("d", 1).Add(1));
        Assert.Throws<NotSupportedException>(() => new DoubleDataFrameColumn("d", 1).LeftShift(1));
        Assert.Throws<ArgumentException>(() => numbers.Add((DataFrameColumn)new Int32DataFrameColumn("short", [1])));
    }

    [Fact]
    public void Nulls_are_no_divisors()
    {
        DataFrameColumn ten = new Int32DataFrameColumn("ten", [10, 10]);

        Assert.Equal([5, null], ten.Divide((DataFrameColumn)new Int32DataFrameColumn("by", [2, null])).Values());
        Assert.Equal([5, null], new Int32DataFrameColumn("by", [2, null]).ReverseDivide<int>(10).Values());
        Assert.Throws<DivideByZeroException>(() => ten.Divide(0));
    }

    [Fact]
    public void In_place_means_in_place()
    {
        var column = Numbers.Clone();

        Assert.Same(column, column.Subtract<int>(1, inPlace: true));
        Assert.Equal([2, null, -2, 7], column);
        Assert.Same(column, column.LeftShift(1, inPlace: true));
        Assert.Equal([4, null, -4, 14], column);
        Assert.Equal([2, null, -2, 7], column.RightShift(1).Values());
    }

    [Fact]
    public void Comparisons_take_two_nulls_for_equal_and_know_no_order_with_nulls()
    {
        DataFrameColumn left = new Int32DataFrameColumn("l", [0, null, null, 2]);
        DataFrameColumn right = new Int32DataFrameColumn("r", [1, null, 0, 2]);

        Assert.Equal([false, true, false, true], left.ElementwiseEquals(right));
        Assert.Equal([true, false, true, false], left.ElementwiseNotEquals(right));
        Assert.Equal([true, true, false, true], left.ElementwiseLessThanOrEqual(right));
        Assert.Equal([true, false, false, false], left.ElementwiseLessThan(right));
        Assert.Equal([false, true, false, true], left.ElementwiseGreaterThanOrEqual(right));
        Assert.Equal([true, false, false, false], left.ElementwiseEquals(0));
        Assert.Equal([false, false, false, true], left.ElementwiseGreaterThan(0.5));
        Assert.Equal([false, true, true, false], left.ElementwiseIsNull());
        Assert.Equal([true, false, false, true], left.ElementwiseNotEquals<object?>(null));
    }

    [Fact]
    public void Truth_values_are_combined()
    {
        var truths = new BooleanDataFrameColumn("t", [true, false, null]);

        Assert.Equal([true, true, null], ((DataFrameColumn)truths).Or(true));
        Assert.Equal([false, true, null], ((DataFrameColumn)truths).Xor(true));
        Assert.Equal([true, false, null], ((DataFrameColumn)truths).And((DataFrameColumn)truths).Values());
        Assert.True(truths.Any());
        Assert.False(truths.All());
        Assert.Throws<NotSupportedException>(() => Numbers.All());
        Assert.Throws<NotSupportedException>(() => truths.Max());
        Assert.Throws<NotSupportedException>(() => new BooleanDataFrameColumn("one", [true]).CumulativeMin());
    }

    [Fact]
    public void Sums_and_the_like_pass_nulls_over()
    {
        Assert.Equal(10, Numbers.Sum());
        Assert.Equal(-24, Numbers.Product());
        Assert.Equal(8, Numbers.Max());
        Assert.Equal(-1, Numbers.Min());
        Assert.Equal(10 / 3d, Numbers.Mean());
        Assert.Equal(3, Numbers.Median());
        Assert.Equal(2, Numbers.Sum([0, 1, 2]));
        Assert.Null(new Int32DataFrameColumn("none").Max());
        Assert.Equal(0, new Int32DataFrameColumn("none").Mean());
        Assert.Equal([3, null, 2, 10], Numbers.CumulativeSum().Values());
        Assert.Equal([3, null, -1, -1], Numbers.CumulativeMin().Values());
        Assert.Equal([3, null, -1, 11], Numbers.CumulativeSum([0, 3]).Values());
        Assert.Equal([3, null, 1, 8], Numbers.Abs().Values());
        Assert.Equal([2.0, -2.0, 3.0], new DoubleDataFrameColumn("d", [2.5, -1.5, 2.6]).Round().Values());
        Assert.Equal(new DateTime(2024, 2, 1), new DateTimeDataFrameColumn("d", [new DateTime(2024, 1, 1), new DateTime(2024, 2, 1)]).Max());
    }

    [Fact]
    public void Values_are_counted()
    {
        var counts = new StringDataFrameColumn("s", ["b", "a", null, "b"]).ValueCounts();

        Assert.Equal(["b", "a"], counts["Values"].Values());
        Assert.Equal([2L, 1L], counts["Counts"].Values());
    }

    [Fact]
    public void Text_is_put_together_and_compared()
    {
        var text = new StringDataFrameColumn("s", ["a", null]);

        Assert.Equal(["a!", "!"], text + "!");
        Assert.Equal(["1a", "1"], "1" + text);
        Assert.Equal(["a7", "8"], text.Add(new Int32DataFrameColumn("n", [7, 8])).Values());
        Assert.Equal([false, true], text.ElementwiseIsNull());
        Assert.Equal([true, false], text.ElementwiseEquals("a"));
        Assert.Throws<NotSupportedException>(() => text.Clamp(1, 2));
        Assert.Equal(["a"], text.DropNulls());
    }

    [Fact]
    public void Functions_are_applied_to_what_is_no_null()
    {
        Assert.Equal([9, null, 1, 64], Numbers.Apply(value => value * value));
        Assert.Equal([3, null, -1, 8], Numbers);
    }
}
