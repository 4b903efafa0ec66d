using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

public class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("experiment --help")]
    [InlineData("crossvalidate --help")]
    [InlineData("compare --help")]
    [InlineData("list --help")]
    [InlineData("summary --help")]
    [InlineData("predict --help")]
    [InlineData("report --help")]
    [InlineData("reproduce --help")]
    [InlineData("tune --help")]
    [InlineData("reference --help")]
    [InlineData("data --help")]
    [InlineData("data describe --help")]
    [InlineData("data explore --help")]
    [InlineData("activations --help")]
    public async Task Help_is_as_stored(string line)
    {
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Success, code);
        Assert.Empty(screen.Error);
        Snapshot.Matches($"help-{line.Replace(" --help", "", StringComparison.Ordinal).Replace(' ', '-').TrimStart('-')}.txt", screen.TrimmedOutput);
    }

    [Fact]
    public async Task Nothing_typed_shows_the_help()
    {
        using var nothing = new RecordedScreen();
        using var help = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await nothing.RunAsync());
        Assert.Equal(ExitCode.Success, await help.RunAsync("--help"));

        Assert.Equal(help.Output, nothing.Output);
    }

    [Fact]
    public async Task Every_line_of_help_fits_100_columns()
    {
        foreach (var command in new[] { "experiment", "crossvalidate", "compare", "activations", "list", "summary", "predict", "report", "reproduce", "tune", "data" })
        {
            using var screen = new RecordedScreen();
            await screen.RunAsync(command, "--help");
            Assert.All(screen.Output.Split('\n'), text => Assert.True(text.Length <= 100, $"'{text}' is {text.Length} wide"));
        }
    }

    [Fact]
    public async Task Version_names_the_suite_and_what_stands_behind_it()
    {
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync("--version"));

        Assert.StartsWith("MlNetFashion ", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Microsoft.ML ", screen.Output, StringComparison.Ordinal);
        Assert.Contains($".NET {Environment.Version}", screen.Output, StringComparison.Ordinal);
    }
}
