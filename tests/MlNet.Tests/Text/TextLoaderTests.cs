using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Text;

public class TextLoaderTests
{
    private const string Folder = "mlnet-reference/textloader";

    public static TheoryData<string> Cases
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var item in Elements())
                data.Add(item.GetProperty("Name").GetString()!);
            // A theory without a case would fail; this one is skipped where the reference files are absent.
            if (data.Count == 0)
                data.Add("no reference files");
            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Text_files_become_what_ML_NET_makes_of_them(string name)
    {
        var folder = SharedFiles.Require(Folder);
        var item = Elements().Single(element => element.GetProperty("Name").GetString() == name);
        var mlContext = new MLContext(seed: 1);
        var log = new List<string>();
        mlContext.Log += (_, message) =>
        {
            if (message.Kind > Microsoft.ML.Runtime.ChannelMessageKind.Trace)
                log.Add($"{message.Kind}: {message.RawMessage}");
        };

        IDataView view;
        try
        {
            view = TextLoaderCase.Load(mlContext, item, folder);
        }
        catch (Exception exception) when (TextLoaderCase.Threw(item, "load"))
        {
            TextLoaderCase.CheckException(item, exception);
            return;
        }

        Assert.False(TextLoaderCase.Threw(item, "load"), "Loading should have thrown.");
        Assert.Equal(TextLoaderCase.Texts(item, "Schema"), view.Schema.Select(column => $"{column.Name}:{column.Type}{(column.IsHidden ? " (hidden)" : string.Empty)}"));
        Assert.Null(view.GetRowCount());
        Assert.False(view.CanShuffle);
        TextLoaderCase.CheckSlotNames(item, view.Schema);

        var rows = new List<string>();
        try
        {
            rows.AddRange(TextLoaderCase.Read(view));
        }
        catch (Exception exception) when (TextLoaderCase.Threw(item, "read"))
        {
            TextLoaderCase.CheckException(item, exception);
            return;
        }

        Assert.False(TextLoaderCase.Threw(item, "read"), "Reading should have thrown.");
        Assert.Equal(item.GetProperty("Rows").EnumerateArray().Select(TextLoaderCase.Canonical), rows);
        Assert.Equal(TextLoaderCase.Texts(item, "Warnings"), log);
    }

    [SkippableFact]
    public void Values_of_every_kind_are_read_as_ML_NET_reads_them()
    {
        var path = SharedFiles.Require($"{Folder}/conversions.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var wrong = document.RootElement.EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateObject().Select(text => TextConversionCase.Check(kind.Name, text.Name, text.Value)))
            .Where(fault => fault is not null)
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_long_file_is_read_in_order(bool useThreads)
    {
        var path = Path.GetTempFileName();
        try
        {
            const int Rows = 5000;
            var random = new System.Random(3);
            var lines = Enumerable.Range(0, Rows)
                .Select(row => $"{row},{string.Join(',', Enumerable.Range(0, random.Next(1, 200)).Select(slot => (row + slot) % 256))}").ToArray();
            File.WriteAllText(path, string.Join("\r\n", lines));
            var mlContext = new MLContext();
            var options = new TextLoader.Options
            {
                Separators = [','],
                UseThreads = useThreads,
                Columns = [new("Row", DataKind.Int32, 0), new("Values", DataKind.Single, [new TextLoader.Range { Min = 1, VariableEnd = true, ForceVector = true }])],
            };
            var view = mlContext.Data.LoadFromTextFile(path, options);

            var read = mlContext.Data.CreateEnumerable<LongRow>(view, reuseRowObject: false).ToArray();

            Assert.Equal(lines, read.Select(row => $"{row.Row},{string.Join(',', row.Values)}"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Quotes_open_fields_only_where_these_begin()
    {
        Assert.Equal(["5\" pipe|1", "two\nlines|2", "say \"x\"|3"], ReadLines("5\" pipe,1\n \"two\nlines\" ,2\n\"say \\\"x\\\"\",3\n", escape: '\\'));
        Assert.Equal(["a \"\n b|1"], ReadLines("\"a \"\"\n b\",1"));
        Assert.IsType<EndOfStreamException>(Assert.Throws<FormatException>(() => ReadLines("a,1\n\"never closed,2\nb,3\n")).InnerException?.InnerException);
    }

    [Fact]
    public void A_missing_file_is_told_before_the_class_is_looked_at() => Assert.StartsWith(
        "File or directory does not exist at path: no-such-file.txt",
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLContext().Data.LoadFromTextFile<LongRow>("no-such-file.txt")).Message,
        StringComparison.Ordinal);

    private static string[] ReadLines(string text, char escape = '"')
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var view = new MLContext().Data.LoadFromTextFile(path, new TextLoader.Options
            {
                Separators = [','],
                AllowQuoting = true,
                ReadMultilines = true,
                EscapeChar = escape,
                Columns = [new("Text", DataKind.String, 0), new("Number", DataKind.Int32, 1)],
            });
            return [.. view.GetColumn<string>("Text").Zip(view.GetColumn<int>("Number"), (field, number) => $"{field}|{number}")];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<JsonElement> Elements()
    {
        var path = SharedFiles.Find($"{Folder}/cases.json");
        if (path is null)
            return [];
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    private sealed class LongRow
    {
        public int Row { get; set; }

        public float[] Values { get; set; } = [];
    }
}
