using System.Text.Json;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

public class CompareTests
{
    [Fact]
    public async Task Runs_are_trained_once_and_compared_row_by_row()
    {
        using var results = new TemporaryFolder();
        using var first = new RecordedScreen();
        string[] line = ["compare", "lbfgs", "sdca", "--sketch", "--results", results.Path];

        Assert.Equal(ExitCode.Success, await first.RunAsync([.. line, "--iterations", "3"]));

        Assert.Equal("", first.Error);
        Assert.Equal(3, Directory.GetDirectories(results.Path).Length);
        var report = Assert.Single(Directory.GetDirectories(results.Path, "*compare*"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(report, "comparison.json")));
        var finding = json.RootElement.GetProperty("finding").GetString()!;
        Assert.Contains("McNemar's exact test on 200 rows", finding, StringComparison.Ordinal);
        Assert.Contains("McNemar's exact", first.Output, StringComparison.Ordinal);

        // The two sides' own right answers differ by exactly the difference of their accuracies.
        var accuracies = json.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("accuracy").GetDouble()).ToList();
        var rows = json.RootElement.GetProperty("onlyFirstRight").GetInt32() - json.RootElement.GetProperty("onlySecondRight").GetInt32();
        Assert.Equal((accuracies[0] - accuracies[1]) * 200, rows, 9);
        var page = await File.ReadAllTextAsync(Path.Combine(report, "report.html"));
        Assert.Contains("SKETCH DATA", page, StringComparison.Ordinal);

        using var folders = new RecordedScreen();
        var runs = Directory.GetDirectories(results.Path, "*seed1");
        Assert.Equal(ExitCode.Success, await folders.RunAsync("compare", runs[0], runs[1], "--results", results.Path, "--quiet"));
        Assert.DoesNotContain("training", folders.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_runs_are_found_by_name()
    {
        using var results = new TemporaryFolder();
        foreach (var name in new[] { "safaei/mlp", "fitch/model-8" })
        {
            using var run = new RecordedScreen();
            Assert.Equal(ExitCode.Success, await run.RunAsync("experiment", name, "--sketch", "--epochs", "1", "--results", results.Path, "--quiet"));
        }

        using var screen = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await screen.RunAsync("compare", "safaei/mlp", "fitch/model-8", "--sketch", "--epochs", "1", "--results", results.Path));

        // Runs with other settings than those asked for do not count: two more were trained.
        Assert.Equal(4, Directory.GetDirectories(results.Path, "*seed1*").Length);
    }

    [Fact]
    public async Task Folds_are_shared_with_crossvalidate_and_tested()
    {
        using var results = new TemporaryFolder();
        string[] options = ["--sketch", "--protocol", "shuffled", "--folds", "4", "--iterations", "3", "--results", results.Path];
        using var before = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await before.RunAsync(["crossvalidate", "lbfgs", .. options]));
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync(["compare", "lbfgs", "sdca", .. options]));

        Assert.Contains("lbfgs, 4 shuffled folds: 4 of 4 folds were kept", screen.Output, StringComparison.Ordinal);
        var report = Assert.Single(Directory.GetDirectories(results.Path, "*compare*"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(report, "folds.json")));
        Assert.Contains("corrected resampled t-test over 4 folds", Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }
}
