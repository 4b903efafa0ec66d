using System.Text.Json;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Tuning;

public class TuneTests
{
    [Fact]
    public async Task Halving_gives_the_best_third_more_epochs_and_keeps_what_it_tried()
    {
        using var results = new TemporaryFolder();
        string[] line = ["tune", "safaei/mlp", "--random", "9", "--halving", "--epochs", "9", "--sketch", "--results", results.Path];
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync(line);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        var rows = Rows(results.Path);
        Assert.Equal([9, 3, 3, 1, 1, 1, 1, 1, 1], rows.Select(row => row.GetProperty("epochs allowed").GetInt32()));
        Assert.Equal(["tried in full", "given up"], rows.Select(row => row.GetProperty("fate").GetString()!).Distinct());

        using var again = new RecordedScreen();
        await again.RunAsync(line);
        Assert.Equal(13, again.Output.Split('\n').Count(text => text.Contains("kept from before", StringComparison.Ordinal)));
        Assert.Equal(rows.Select(Score), Rows(results.Path).Select(Score));
    }

    [Fact]
    public async Task Parts_of_a_cross_validated_search_make_the_same_page()
    {
        using var whole = new TemporaryFolder();
        using var results = new TemporaryFolder();
        string[] line = ["tune", "safaei/mlp", "--random", "4", "--folds", "2", "--epochs", "1", "--sketch", "--results"];
        using (var screen = new RecordedScreen())
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, whole.Path]));
        foreach (var part in new[] { "2/2", "1/2" })
        {
            using var screen = new RecordedScreen();
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, results.Path, "--shard", part]));
        }

        Assert.Equal(4, Rows(results.Path).Count);
        Assert.All(Rows(results.Path), row => Assert.Equal(JsonValueKind.Number, row.GetProperty("deviation").ValueKind));
        Assert.Equal(Rows(whole.Path).Select(WithoutMinutes), Rows(results.Path).Select(WithoutMinutes));
    }

    [Theory]
    [InlineData("expects --grid FILE, --random N or both", "tune", "cnn")]
    [InlineData("trains one network", "tune", "lbfgs", "--random", "3")]
    [InlineData("cannot be divided", "tune", "cnn", "--random", "3", "--halving", "--shard", "1/2")]
    [InlineData("no such file", "tune", "cnn", "--grid", "nowhere.json")]
    public async Task A_mistake_is_answered_in_a_sentence(string hint, params string[] line)
    {
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync(line));

        Assert.Contains(hint, screen.Error, StringComparison.Ordinal);
    }

    private static List<JsonElement> Rows(string results)
    {
        var folder = Assert.Single(Directory.GetDirectories(results));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "tune.json")));
        return [.. json.RootElement.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().Select(row => row.Clone())];
    }

    private static double Score(JsonElement row) => row.GetProperty("accuracy").GetDouble();

    private static string WithoutMinutes(JsonElement row) => string.Join(", ", row.EnumerateObject().Where(cell => cell.Name != "minutes").Select(cell => $"{cell.Name} {cell.Value}"));
}
