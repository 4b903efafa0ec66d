using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Pipelines;
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

    [Theory]
    [InlineData("lbfgs", "--iterations 30", 120)]
    [InlineData("sdca", "--iterations 5 --validation-split 0.1", 60)]
    public async Task A_linear_model_is_calibrated_too_and_its_zip_gives_the_calibrated_scores(string name, string options, int heldBack)
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync(["experiment", name, "--temperature", "--sketch", .. options.Split(' '), "--results", results.Path]));

        Assert.Contains("logits divided by", screen.Output, StringComparison.Ordinal);
        var run = Assert.Single(Directory.GetDirectories(results.Path));
        using var metrics = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "metrics.json")));
        Assert.NotEqual(1, metrics.RootElement.GetProperty("temperature").GetDouble());
        using var description = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json")));
        var data = description.RootElement.GetProperty("dataSet");
        var validation = data.GetProperty("validationRows").GetInt32();
        Assert.InRange(validation, heldBack - 40, heldBack + 40);
        Assert.Equal(600, data.GetProperty("trainRows").GetInt32() + validation);

        var mlContext = new MLContext();
        var set = FashionMnist.Load(mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 600, SketchTestCount = 200 });
        var scores = mlContext.Model.Load(Path.Combine(run, "model.zip"), out _).Transform(set.Test).GetColumn<float[]>("Score").ToArray();
        var written = RunReader.ReadPredictions(run);
        for (var row = 0; row < scores.Length; row++)
            Assert.Equal(scores[row], written.ScoresOf(row).ToArray());
    }
}
