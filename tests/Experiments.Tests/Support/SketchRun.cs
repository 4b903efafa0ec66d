using MlNetFashion.Experiments.Commands;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>One small <c>experiment cnn</c> on sketch data, run once for all tests that look at what it leaves.</summary>
public sealed class SketchRun : IAsyncLifetime
{
    private readonly TemporaryFolder results = new();

    public string Output { get; private set; } = "";

    public string ResultsFolder => results.Path;

    public string RunFolder => Assert.Single(Directory.GetDirectories(results.Path));

    public async Task InitializeAsync()
    {
        using var screen = new RecordedScreen();
        var code = await screen.RunAsync("experiment", "cnn", "--sketch", "--epochs", "2", "--batch-size", "32", "--seed", "5", "--results", results.Path);
        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Output = screen.TrimmedOutput;
    }

    public Task DisposeAsync()
    {
        results.Dispose();
        return Task.CompletedTask;
    }
}
