namespace MlNetFashion.Evaluation.Tests.Reports;

public class CsvTableTests
{
    [Fact]
    public void Fields_are_quoted_only_where_they_must_be()
    {
        using var text = new StringWriter();
        var table = new CsvTable(text);
        table.Line("plain", "a,b", "say \"x\"", "two\nlines", "");
        table.Field(1).Field(0.1f).Field(0.1 + 0.2).Field((double?)null).EndLine();

        Assert.Equal("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\n1,0.1,0.30000000000000004,\n", text.ToString());
    }
}
