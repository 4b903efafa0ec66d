using System.Text.Json;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class RunOptionsTests
{
    [Fact]
    public async Task A_run_is_calibrated_measured_by_epoch_and_handed_on()
    {
        using var folder = new TemporaryFolder();
        using var screen = new RecordedScreen();
        var results = Path.Combine(folder.Path, "results");
        var store = Path.Combine(folder.Path, "mlruns");

        var code = await screen.RunAsync(
            "experiment", "cnn", "--sketch", "--epochs", "2", "--temperature", "--test-curve", "--tensorboard", "--mlflow", store, "--results", results);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        var run = Assert.Single(Directory.GetDirectories(results));
        using var metrics = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "metrics.json")));
        Assert.InRange(metrics.RootElement.GetProperty("temperature").GetDouble(), 0.05, 20);
        Assert.NotEqual(1, metrics.RootElement.GetProperty("temperature").GetDouble());
        Assert.Equal(
            metrics.RootElement.GetProperty("trainAccuracy").GetDouble() - metrics.RootElement.GetProperty("accuracy").GetDouble(),
            metrics.RootElement.GetProperty("trainMinusTest").GetDouble(), 12);
        Assert.Contains("test_accuracy", await File.ReadAllTextAsync(Path.Combine(run, "history.csv")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(run, "tensorboard"), "events.out.tfevents.*"));
        Assert.Single(Directory.GetFiles(store, "report.html", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(run, "figures", "first-layer-filters.png")));
        var page = await File.ReadAllTextAsync(Path.Combine(run, "report.html"));
        Assert.Contains("What the first convolution sees", page, StringComparison.Ordinal);
        Assert.Contains("Train minus test", page, StringComparison.Ordinal);
        Assert.Contains("--temperature --test-curve", await File.ReadAllTextAsync(Path.Combine(run, "run.json")), StringComparison.Ordinal);
    }
}
