using MlNetFashion.Experiments.Commands;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>One small <c>experiment cnn</c> on sketch data, run once for all tests that look at what it leaves.</summary>
public sealed class SketchRun : IAsyncLifetime
{
    public string Output { get; private set; } = "";

    public string ResultsFolder { get; } = Directory.CreateTempSubdirectory("mlnetfashion-").FullName;

    public string RunFolder => Assert.Single(Directory.GetDirectories(ResultsFolder));

    public async Task InitializeAsync()
    {
        using var screen = new RecordedScreen();
        var code = await screen.RunAsync("experiment", "cnn", "--sketch", "--epochs", "2", "--batch-size", "32", "--seed", "5", "--results", ResultsFolder);
        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Output = screen.TrimmedOutput;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(ResultsFolder, recursive: true);
        return Task.CompletedTask;
    }
}
