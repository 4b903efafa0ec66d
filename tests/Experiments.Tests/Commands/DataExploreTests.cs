using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

public class DataExploreTests
{
    [Fact]
    public async Task The_page_is_written_with_suspicions_of_cross_validated_models()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("data", "explore", "--sketch", "--image", "7", "--results", results.Path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        var page = await File.ReadAllTextAsync(Path.Combine(results.Path, "data-sketch", "data.html"));
        Assert.Contains("safaei/mlp, cross-validated", page, StringComparison.Ordinal);
        Assert.Contains("training 7, ", page, StringComparison.Ordinal);
        Assert.Contains("SKETCH DATA, NOT FASHION-MNIST", page, StringComparison.Ordinal);
        Assert.Contains("comparing every image with every other", screen.Output, StringComparison.Ordinal);

        // Folds are kept: a second look trains nothing.
        using var again = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await again.RunAsync("data", "explore", "--sketch", "--results", results.Path));
        Assert.Contains("3 of 3 folds were kept", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_trained_where_no_label_is_suspected()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync("data", "explore", "--sketch", "--labels", "none", "--quiet", "--results", results.Path));

        Assert.DoesNotContain("Suspicious labels", await File.ReadAllTextAsync(Path.Combine(results.Path, "data-sketch", "data.html")), StringComparison.Ordinal);
        Assert.Equal(["data-sketch"], Directory.GetFileSystemEntries(results.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task At_a_terminal_the_step_is_redrawn()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen(live: true);

        Assert.Equal(ExitCode.Success, await screen.RunAsync("data", "explore", "--sketch", "--labels", "none", "--results", results.Path));

        Assert.Equal("", screen.Error);
        Assert.True(File.Exists(Path.Combine(results.Path, "data-sketch", "data.html")));
    }

    [Fact]
    public async Task A_stop_leaves_no_page()
    {
        using var results = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var screen = new RecordedScreen(writer: new CancellingWriter("finding principal", stop));

        Assert.Equal(ExitCode.Interrupted, await screen.RunAsync(stop.Token, "data", "explore", "--sketch", "--labels", "none", "--results", results.Path));

        Assert.Empty(Directory.GetFileSystemEntries(results.Path));
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_refused()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync("data", "explore", "--sketch", "--labels", "none", "--image", "600", "--results", results.Path));

        Assert.Contains("from 0 to 599", screen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_says_it_on_screen_and_with_pictures_on_a_page()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync("data", "describe", "--sketch", "--results", results.Path));

        Assert.Contains("mean grey", screen.Output, StringComparison.Ordinal);
        Assert.Contains("training: mean ", screen.Output, StringComparison.Ordinal);
        Assert.Contains("No image occurs twice", screen.Output, StringComparison.Ordinal);
        var folder = Path.Combine(results.Path, "data-sketch");
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "description.html"));
        foreach (var heading in new[] { "Where it is from", "Images of each class", "Pixels", "Samples", "Duplicates" })
            Assert.Contains($">{heading}</h2>", page, StringComparison.Ordinal);
        Assert.Contains("SKETCH DATA, NOT FASHION-MNIST", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "images.csv")));
        Assert.True(File.Exists(Path.Combine(folder, "figures", "description-samples.png")));
    }
}
