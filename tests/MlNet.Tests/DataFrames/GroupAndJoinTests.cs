using Microsoft.Data.Analysis;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class GroupAndJoinTests
{
    [Fact]
    public void Groups_come_in_the_order_of_their_first_rows_and_leave_nulls_out()
    {
        var cities = Frames.People().GroupBy("City");

        var counts = cities.Count();
        Assert.Equal(["City", "Name", "Age", "Height", "Member"], counts.Columns.Select(column => column.Name));
        Assert.Equal(["Bonn", "Rome"], counts["City"].Values());
        Assert.Equal([2L, 1L], counts["Height"].Values());
        Assert.Equal([91, 50], cities.Sum("Age")["Age"].Values());
        Assert.Equal([45.5, 25.0], cities.Mean("Age")["Age"].Values());
        Assert.Equal([60, 25], cities.Max("Age")["Age"].Values());
        Assert.Equal([31, 25], cities.Min("Age")["Age"].Values());
        Assert.Equal([1860, 625], cities.Product("Age")["Age"].Values());
        Assert.Equal(["Ann", "Bob"], cities.First()["Name"].Values());
    }

    [Fact]
    public void First_and_last_rows_of_groups_are_whole_rows()
    {
        var ages = Frames.People().GroupBy<int>("Age");

        Assert.Equal(["Ann", "Bob", "Cem", "Eve"], ages.Head(1)["Name"].Values());
        Assert.Equal(["Ann", "Dea", "Cem", "Eve"], ages.Tail(1)["Name"].Values());
        Assert.Equal([31, 25, 47, 60], ages.Groupings.Select(group => group.Key));
        Assert.Equal(2, ages.Groupings.ElementAt(1).Count());
        Assert.Throws<InvalidCastException>(() => Frames.People().GroupBy<string>("Age"));
    }

    private static DataFrame Left() => new(new Int32DataFrameColumn("Key", [1, 2, null, 2, 5]), new StringDataFrameColumn("L", ["a", "b", "c", "d", "e"]));

    private static DataFrame Right() => new(new Int32DataFrameColumn("Key", [2, 7, 1, null]), new StringDataFrameColumn("R", ["x", "y", "z", "w"]));

    [Theory]
    [InlineData(JoinAlgorithm.Left, "az bx cw dx e-")]
    [InlineData(JoinAlgorithm.Right, "bx dx -y az cw")]
    [InlineData(JoinAlgorithm.Inner, "az bx cw dx")]
    [InlineData(JoinAlgorithm.FullOuter, "az bx cw dx e- -y")]
    public void Merged_rows_have_the_same_key(JoinAlgorithm algorithm, string expected)
    {
        var merged = Left().Merge<int>(Right(), "Key", "Key", joinAlgorithm: algorithm);

        Assert.Equal(["Key_left", "L", "Key_right", "R"], merged.Columns.Select(column => column.Name));
        Assert.Equal(expected, string.Join(' ', merged.Rows.Select(row => $"{row["L"] ?? "-"}{row["R"] ?? "-"}")));
    }

    [Fact]
    public void Keys_can_be_of_several_columns()
    {
        var left = new DataFrame(new Int32DataFrameColumn("A", [1, 1, 2]), new Int32DataFrameColumn("B", [1, 2, 1]), new Int32DataFrameColumn("V", [10, 20, 30]));
        var right = new DataFrame(new Int32DataFrameColumn("C", [1, 2]), new Int32DataFrameColumn("D", [2, 1]), new Int32DataFrameColumn("W", [7, 8]));

        var merged = left.Merge(right, ["A", "B"], ["C", "D"], joinAlgorithm: JoinAlgorithm.Inner);

        Assert.Equal([20, 30], merged["V"].Values());
        Assert.Equal([7, 8], merged["W"].Values());
        Assert.Throws<ArgumentException>(() => left.Merge(right, ["A", "B"], ["C"]));
        Assert.Throws<ArgumentException>(() => left.Merge(new DataFrame(new Int64DataFrameColumn("C", [1])), ["A"], ["C"]));
    }

    [Theory]
    [InlineData(JoinAlgorithm.Left, 3)]
    [InlineData(JoinAlgorithm.Right, 1)]
    [InlineData(JoinAlgorithm.Inner, 1)]
    [InlineData(JoinAlgorithm.FullOuter, 3)]
    public void Joined_rows_stand_beside_each_other(JoinAlgorithm algorithm, int rows)
    {
        var joined = new DataFrame(new Int32DataFrameColumn("A", [1, 2, 3])).Join(new DataFrame(new Int32DataFrameColumn("A", [9])), joinAlgorithm: algorithm);

        Assert.Equal(rows, joined.Rows.Count);
        Assert.Equal([1, 9], joined.Rows[0]);
        Assert.Equal(rows - 1, joined["A_right"].NullCount);
    }
}
