using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

public class ActivationsTests(SketchRun run) : IClassFixture<SketchRun>
{
    private string Model => Path.Combine(run.RunFolder, "model.zip");

    [Fact]
    public async Task Every_layer_is_shown_or_the_one_asked_for()
    {
        using var folder = new TemporaryFolder();
        var picture = Picture(folder);
        using var all = new RecordedScreen();
        using var one = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await all.RunAsync("activations", "--model", Model, picture, "--results", Path.Combine(folder.Path, "all")));
        Assert.Equal(ExitCode.Success, await one.RunAsync("activations", "--model", Model, picture, "--layer", "conv2d", "--results", Path.Combine(folder.Path, "one")));

        Assert.Equal("", all.Error + one.Error);
        var page = Path.Combine(folder.Path, "all", "activations-slope", "activations.html");
        var text = await File.ReadAllTextAsync(page);
        foreach (var part in new[] { "Filters of the first convolution", "Output of conv2d", "Output of max_pooling2d", "32 channels of 28 x 28", "Output of dense" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "all", "activations-slope", "figures", "activations-layer-conv2d.png")));
        var single = await File.ReadAllTextAsync(Path.Combine(folder.Path, "one", "activations-slope", "activations.html"));
        Assert.Contains("Output of conv2d", single, StringComparison.Ordinal);
        Assert.DoesNotContain("Output of max_pooling2d", single, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conv2s", "did you mean 'conv2d'?")]
    [InlineData("nothing-like-it", "expected one of conv2d, max_pooling2d")]
    public async Task An_unknown_layer_is_refused(string layer, string part)
    {
        using var folder = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync("activations", "--model", Model, Picture(folder), "--layer", layer, "--results", folder.Path));

        Assert.Contains(part, screen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var screen = new RecordedScreen();
        var picture = Picture(folder);

        Assert.Equal(ExitCode.Refused, await screen.RunAsync("activations", "--model", picture, picture, "--results", folder.Path));

        Assert.Contains("zip", screen.Error, StringComparison.Ordinal);
    }

    private static string Picture(TemporaryFolder folder)
    {
        var path = Path.Combine(folder.Path, "slope.png");
        File.WriteAllBytes(path, PngFiles.Grey([.. Enumerable.Range(0, 784).Select(i => (byte)(i % 28 * 9))], 28, 28));
        return path;
    }
}
