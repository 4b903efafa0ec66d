using System.Text.Json;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class EndToEndTests(SketchRun run) : IClassFixture<SketchRun>
{
    private const string Warning = "SKETCH DATA, NOT FASHION-MNIST";

    [Theory]
    [InlineData("run.json")]
    [InlineData("metrics.json")]
    [InlineData("history.csv")]
    [InlineData("predictions.csv")]
    [InlineData("model.zip")]
    [InlineData("report.html")]
    public void The_run_folder_is_complete(string file) => Assert.True(new FileInfo(Path.Combine(run.RunFolder, file)).Length > 0);

    [Fact]
    public void Nothing_but_the_run_folder_is_left() => Assert.Equal([run.RunFolder], Directory.GetFileSystemEntries(run.ResultsFolder));

    [Fact]
    public void Sketch_data_is_said_before_training_after_it_and_in_the_files()
    {
        var training = run.Output.IndexOf("training cnn", StringComparison.Ordinal);
        Assert.InRange(run.Output.IndexOf(Warning, StringComparison.Ordinal), 0, training);
        Assert.True(run.Output.LastIndexOf(Warning, StringComparison.Ordinal) > run.Output.IndexOf("accuracy ", StringComparison.Ordinal));
        foreach (var file in new[] { "run.json", "metrics.json", "report.html" })
            Assert.Contains(Warning, File.ReadAllText(Path.Combine(run.RunFolder, file)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("overridden")]
    [InlineData("epochs 2 (declared: ")]
    [InlineData("batch size 32 (declared: ")]
    [InlineData("600 training and 200 test")]
    [InlineData("epoch 2/2 ")]
    [InlineData("precision    recall  f1-score   support")]
    [InlineData("macro avg")]
    [InlineData("weighted avg")]
    [InlineData("true \\ predicted")]
    [InlineData("Ankle boot")]
    [InlineData("95 % interval")]
    [InlineData("log loss")]
    [InlineData("micro accuracy")]
    [InlineData("peak memory")]
    [InlineData("report.html")]
    [InlineData("predict --model")]
    public void The_output_tells(string part) => Assert.Contains(part, run.Output, StringComparison.Ordinal);

    [Fact]
    public void The_run_file_says_how_to_run_it_again()
    {
        var text = File.ReadAllText(Path.Combine(run.RunFolder, "run.json"));

        using var json = JsonDocument.Parse(text);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.Contains("experiment cnn --seed 5 --epochs 2 --batch-size 32 --sketch", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lbfgs")]
    [InlineData("sdca")]
    public async Task A_linear_baseline_gives_the_same_kind_of_run(string name)
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("experiment", name, "--sketch", "--iterations", "5", "--results", results.Path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        var folder = Assert.Single(Directory.GetDirectories(results.Path));
        Assert.True(File.Exists(Path.Combine(folder, "model.zip")));
        Assert.True(File.Exists(Path.Combine(folder, "report.html")));
        Assert.Contains("iterations 5 (declared: ", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_seeds_give_a_run_each_and_a_summary()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("experiment", "lbfgs", "--sketch", "--iterations", "3", "--seed", "3", "--seeds", "2", "--results", results.Path, "--quiet");

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal(2, Directory.GetDirectories(results.Path).Length);
        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(results.Path))));
        Assert.Equal(2, summary.RootElement.GetProperty("seeds").GetArrayLength());
        Assert.Equal(2, summary.RootElement.GetProperty("accuracy").GetProperty("count").GetInt32());
        Assert.Contains("over 2 seeds", screen.Output, StringComparison.Ordinal);

        using var page = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await page.RunAsync("report", "--all", "--results", results.Path));
        Assert.Contains("lbfgs", await File.ReadAllTextAsync(Path.Combine(results.Path, "all-runs.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cnn", "--epochs", "epoch 1/")]
    [InlineData("cnn", "--epochs", "judging")]
    [InlineData("lbfgs", "--iterations", "training lbfgs")]
    public async Task A_stop_leaves_nothing_behind(string name, string limit, string trigger)
    {
        using var results = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var screen = new RecordedScreen(writer: new CancellingWriter(trigger, stop));

        var code = await screen.RunAsync(stop.Token, "experiment", name, "--sketch", limit, "3", "--results", results.Path);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Empty(Directory.GetFileSystemEntries(results.Path));
        Assert.Contains("Stopped", screen.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy ", screen.Output, StringComparison.Ordinal);
    }
}
