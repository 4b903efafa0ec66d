using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Display;

public class CatalogueDisplayTests
{
    [Theory]
    [InlineData("list", "list-80.txt")]
    [InlineData("summary cnn", "summary-cnn-80.txt")]
    [InlineData("summary lbfgs", "summary-lbfgs-80.txt")]
    public async Task At_80_columns_the_table_is_as_stored(string line, string snapshot)
    {
        using var screen = new RecordedScreen(width: 80);

        Assert.Equal(ExitCode.Success, await screen.RunAsync(line.Split(' ')));

        Assert.All(screen.Output.Split('\n'), text => Assert.True(text.Length <= 80, $"'{text}' is {text.Length} wide"));
        Snapshot.Matches(snapshot, screen.TrimmedOutput);
    }

    [Fact]
    public async Task A_summary_shows_the_plan_when_asked()
    {
        using var screen = new RecordedScreen(width: 80);

        Assert.Equal(ExitCode.Success, await screen.RunAsync("summary", "--plan", "cnn"));

        var (layers, plans) = (screen.Output.IndexOf("Total params", StringComparison.Ordinal), screen.Output.IndexOf("Plan for training", StringComparison.Ordinal));
        Assert.InRange(layers, 1, plans);
        Assert.InRange(screen.Output.IndexOf("Plan for predicting", StringComparison.Ordinal), plans, screen.Output.Length);
        Assert.Contains("direct 3x3 convolution of one channel + ReLU", screen.Output, StringComparison.Ordinal);
        Assert.Contains("softmax", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_names_every_experiment()
    {
        using var screen = new RecordedScreen();

        await screen.RunAsync("list");

        Assert.All(ExperimentCatalogue.All, experiment => Assert.Contains($" {experiment.Name} ", screen.Output, StringComparison.Ordinal));
    }
}
