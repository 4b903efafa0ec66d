using Microsoft.Data.Analysis;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class DataFrameTests
{
    [Fact]
    public void Cells_are_read_and_set_by_row_and_column()
    {
        var people = Frames.People();

        people[1, 1] = 26;
        people.Rows[1]["City"] = "Oslo";
        people["Height"][1] = 1.75f;

        Assert.Equal(26, people.Rows[1][1]);
        Assert.Equal("Oslo", people["City"][1]);
        Assert.Equal(0, people["Height"].NullCount);
        Assert.Equal(["Ann", 31, 1.7f, "Bonn", true], people.Rows[0]);
        Assert.Throws<ArgumentException>(() => people["Age"][0] = "31");
        Assert.Throws<ArgumentOutOfRangeException>(() => people["Age"][5]);
        Assert.Throws<ArgumentException>(() => people["Size"]);
    }

    [Fact]
    public void Columns_have_one_length_and_different_names()
    {
        var people = Frames.People();

        Assert.Throws<ArgumentException>(() => people.Columns.Add(new Int32DataFrameColumn("Shoe", [1, 2])));
        Assert.Throws<ArgumentException>(() => people.Columns.Add(new Int32DataFrameColumn("Age", 5)));
        Assert.Throws<ArgumentException>(() => people["Age"].SetName("Name"));
        people["Age"].SetName("Years");
        people.Columns.RenameColumn("City", "Town");
        people["Decade"] = people["Years"].Divide(10);
        people.Columns.Remove("Member");

        Assert.Equal(["Name", "Years", "Height", "Town", "Decade"], people.Columns.Select(column => column.Name));
        Assert.Equal(1, people.Columns.IndexOf("Years"));
        Assert.Equal(-1, people.Columns.IndexOf("Age"));
        Assert.Equal([3, 2, 4, 2, 6], people.Columns.GetInt32Column("Decade"));
        Assert.Throws<ArgumentException>(() => people.Columns.GetInt64Column("Decade"));
    }

    [Fact]
    public void Filters_take_marks_or_row_numbers()
    {
        var people = Frames.People();

        Assert.Equal(["Ann", "Cem", "Eve"], people[people["Age"].ElementwiseGreaterThan(25)]["Name"].Values());
        Assert.Equal(["Bob", "Dea"], people.Filter(people["City"].ElementwiseEquals("Rome"))["Name"].Values());
        Assert.Equal(["Eve", "Ann", "Ann"], people[[4, 0, 0]]["Name"].Values());
        Assert.Equal(["Ann", "Bob"], people.Head(2)["Name"].Values());
        Assert.Equal(["Dea", "Eve"], people.Tail(2)["Name"].Values());
        Assert.Equal(4, people.Sample(4)["Name"].Values().Distinct().Count());
        Assert.Throws<ArgumentException>(() => people.Sample(6));
    }

    [Fact]
    public void Copies_do_not_share_their_values()
    {
        var people = Frames.People();
        var copy = people.Clone();

        copy["Age"][0] = 1;

        Assert.Equal(31, people["Age"][0]);
        Assert.IsType<Int32DataFrameColumn>(copy["Age"]);
    }

    [Theory]
    [InlineData(true, true, new[] { "Bob", "Dea", "Ann", "Cem", "Eve" })]
    [InlineData(false, true, new[] { "Eve", "Cem", "Ann", "Dea", "Bob" })]
    public void Rows_are_ordered_by_numbers(bool ascending, bool nullsLast, string[] expected) =>
        Assert.Equal(expected, Frames.People().OrderBy("Age", ascending, nullsLast)["Name"].Values());

    [Theory]
    [InlineData(true, true, new[] { "Eve", "Dea", "Ann", "Cem", "Bob" })]
    [InlineData(true, false, new[] { "Bob", "Eve", "Dea", "Ann", "Cem" })]
    [InlineData(false, true, new[] { "Cem", "Ann", "Dea", "Eve", "Bob" })]
    [InlineData(false, false, new[] { "Bob", "Cem", "Ann", "Dea", "Eve" })]
    public void Nulls_come_first_or_last_whatever_the_order(bool ascending, bool nullsLast, string[] expected) =>
        Assert.Equal(expected, Frames.People().OrderBy("Height", ascending, nullsLast)["Name"].Values());

    [Fact]
    public void Info_and_description_tell_what_is_in_the_columns()
    {
        var people = Frames.People();

        var info = people.Info();
        Assert.Equal(["DataType", "Length (excluding null values)"], info["Info"].Values());
        Assert.Equal(["System.Single", "4"], info["Height"].Values());

        var description = people.Description();
        Assert.Equal(["Description", "Age", "Height"], description.Columns.Select(column => column.Name));
        Assert.Equal(["Length (excluding null values)", "Max", "Min", "Mean"], description["Description"].Values());
        Assert.Equal([5f, 60f, 25f, 37.6f], description["Age"].Values());
        Assert.Equal(4f, description["Height"][0]);
    }

    [Fact]
    public void Nulls_are_dropped_and_filled()
    {
        var people = Frames.People();

        Assert.Equal(["Ann", "Dea", "Eve"], people.DropNulls()["Name"].Values());
        Assert.Equal(5, people.DropNulls(DropNullOptions.All).Rows.Count);
        people["Height"].FillNulls(1, inPlace: true);
        people["City"].FillNulls("?", inPlace: true);
        Assert.Equal(1f, people["Height"][1]);
        Assert.Equal("?", people["City"][2]);
        Assert.Equal(0, people.Columns.Sum(column => column.NullCount));
    }

    [Fact]
    public void Numbers_are_clamped_and_filtered()
    {
        var people = Frames.People();

        Assert.Equal([31, 30, 40, 30, 40], people.Clamp(30, 40)["Age"].Values());
        Assert.Equal([31, 47], people["Age"].Filter(30, 50).Values());
        Assert.Equal([31, 25, 47, 25, 60], people["Age"].Values());
    }

    [Fact]
    public void Rows_are_appended_and_converted()
    {
        var people = Frames.People();

        var longer = people.Append(["Fay", "44", "", null, "true"]);
        people.Append([new KeyValuePair<string, object?>("Age", 18L), new("Name", "Gil")], inPlace: true);
        people.Append(people.Rows.Take(1), inPlace: true);
        people.Append(row: (IEnumerable<object?>?)null, inPlace: true);

        Assert.Equal(["Fay", 44, null, null, true], longer.Rows[5]);
        Assert.Equal(["Gil", 18, null, null, null], people.Rows[5]);
        Assert.Equal("Ann", people["Name"][6]);
        Assert.Null(people["Age"][7]);
        Assert.Equal(8, people.Rows.Count);
        Assert.Throws<ArgumentException>(() => people.Append([1, 2, 3, 4, 5, 6]));
        Assert.Throws<FormatException>(() => people.Append(["x", "old"]));
        Assert.Throws<ArgumentException>(() => people.Append([new KeyValuePair<string, object?>("Size", 1)]));
        Assert.Equal(8, people.Rows.Count);
    }

    [Fact]
    public void Names_get_prefixes_and_suffixes()
    {
        var people = Frames.People();

        Assert.Equal("the_Name", people.AddPrefix("the_").Columns[0].Name);
        Assert.Same(people, people.AddSuffix("_1", inPlace: true));
        Assert.Equal("Name_1", people.Columns[0].Name);
    }

    [Fact]
    public void A_table_is_printed_in_columns_of_one_width()
    {
        var text = Frames.People().ToString(2).ReplaceLineEndings("\n");

        Assert.Equal(
            "Name      Age       Height    City      Member    \n"
            + "Ann       31        1.7       Bonn      True      \n"
            + "Bob       25        null      Rome      False     \n"
            + "Showing 2 of 5 rows\n",
            text);
    }

    [Fact]
    public void Wide_tables_become_long()
    {
        var sales = new DataFrame(
            new StringDataFrameColumn("Who", ["a", "b"]), new Int32DataFrameColumn("2020", [1, null]), new Int32DataFrameColumn("2021", [3, 4]));

        var melted = sales.Melt(["Who"], variableName: "Year");

        Assert.Equal(["a", "b", "a", "b"], melted["Who"].Values());
        Assert.Equal(["2020", "2020", "2021", "2021"], melted["Year"].Values());
        Assert.Equal([1, null, 3, 4], melted["value"].Values());
        Assert.Equal(3, sales.Melt(["Who"], dropNulls: true).Rows.Count);
        Assert.Throws<ArgumentException>(() => sales.Melt([]));
        Assert.Throws<ArgumentException>(() => sales.Melt(["Who"], ["Who"]));
    }

    [Fact]
    public void Tables_of_NET_are_made_and_filled()
    {
        var table = Frames.People().ToTable();

        Assert.Equal(5, table.Rows.Count);
        Assert.Equal(DBNull.Value, table.Rows[1]["Height"]);
        Assert.Equal(31, DataFrame.LoadFrom([["Ann", 31]], [("Name", typeof(string)), ("Age", typeof(int))])["Age"][0]);
    }
}
