using System.Globalization;
using Microsoft.Data.Analysis;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class CsvTests
{
    private const string Trips = """
        vendor,passengers,paid,when,note
        CMT,1,true,2020-01-31,"a ""good"", short
        trip"
        VTS,null,false,,  spaced

        VTS,2.5,,2020-02-01,null
        """;

    [Fact]
    public void Types_are_guessed_and_empty_fields_are_null()
    {
        var trips = DataFrame.LoadCsvFromString(Trips);

        Assert.Equal([typeof(string), typeof(float), typeof(bool), typeof(DateTime), typeof(string)], trips.Columns.Select(column => column.DataType));
        Assert.Equal([1f, null, 2.5f], trips["passengers"].Values());
        Assert.Equal([true, false, null], trips["paid"].Values());
        Assert.Equal([new DateTime(2020, 1, 31), null, new DateTime(2020, 2, 1)], trips["when"].Values());
        Assert.Equal(["a \"good\", short\ntrip", "spaced", null], trips["note"].Values().Select(value => ((string?)value)?.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void What_is_said_about_columns_counts()
    {
        var data = DataFrame.LoadCsvFromString(
            "1;2,5\n3;4,5\n5;6",
            separator: ';',
            header: false,
            columnNames: ["a", "b"],
            dataTypes: [typeof(long), typeof(double)],
            numberOfRowsToRead: 2,
            addIndexColumn: true,
            cultureInfo: CultureInfo.GetCultureInfo(string.Empty) is var invariant ? WithComma(invariant) : null);

        Assert.Equal(["IndexColumn", "a", "b"], data.Columns.Select(column => column.Name));
        Assert.Equal([0L, 1L], data["IndexColumn"].Values());
        Assert.Equal([1L, 3L], data["a"].Values());
        Assert.Equal([2.5, 4.5], data["b"].Values());
    }

    [Fact]
    public void Names_are_made_up_or_told_apart()
    {
        Assert.Equal(["Column0", "Column1"], DataFrame.LoadCsvFromString("1,2", header: false).Columns.Select(column => column.Name));
        Assert.Equal(["a", "a.1", "a.2"], DataFrame.LoadCsvFromString("a,a,a\n1,2,3", renameDuplicatedColumns: true).Columns.Select(column => column.Name));
        Assert.Throws<ArgumentException>(() => DataFrame.LoadCsvFromString("a,a\n1,2"));
        Assert.Equal(["a", "Column1"], DataFrame.LoadCsvFromString("a,\n1,2").Columns.Select(column => column.Name));
        Assert.Throws<IndexOutOfRangeException>(() => DataFrame.LoadCsvFromString("a\n1,2"));
        Assert.Equal(typeof(string), DataFrame.LoadCsvFromString("a\n1", guessTypeFunction: _ => typeof(string))["a"].DataType);
    }

    [Theory]
    [InlineData("", "Empty file")]
    [InlineData("a,b\n1,2\n3", "Line 3")]
    [InlineData("a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nten", "'ten'")]
    [InlineData("a\n\"1", "never closed")]
    [InlineData("a\n\"1\"2", "followed by '2'")]
    public void Bad_text_is_told_with_its_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => DataFrame.LoadCsvFromString(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_saved_file_loads_the_same()
    {
        var trips = DataFrame.LoadCsvFromString(Trips);
        trips["exact"] = new DoubleDataFrameColumn("exact", [0.1, 1 / 3d, double.MaxValue]);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            DataFrame.SaveCsv(trips, path);
            var loaded = DataFrame.LoadCsv(path, dataTypes: [.. trips.Columns.Select(column => column.DataType)]);

            Assert.Equal("vendor,passengers,paid,when,note,exact", File.ReadLines(path).First());
            Assert.Equal(trips.Rows.Select(row => string.Join('|', row)).Take(2), loaded.Rows.Select(row => string.Join('|', row)).Take(2));
            Assert.Equal(trips["exact"].Values(), loaded["exact"].Values());
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<ArgumentException>(() => DataFrame.SaveCsv(trips, Stream.Null, cultureInfo: WithComma(CultureInfo.InvariantCulture)));
    }

    private static CultureInfo WithComma(CultureInfo culture)
    {
        var result = (CultureInfo)culture.Clone();
        result.NumberFormat.NumberDecimalSeparator = ",";
        result.NumberFormat.NumberGroupSeparator = ".";
        return result;
    }
}
