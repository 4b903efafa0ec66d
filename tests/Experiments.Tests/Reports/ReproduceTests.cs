using System.Text.Json;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Reports;

public class ReproduceTests
{
    [Fact]
    public async Task A_report_is_run_and_written_and_not_run_again()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("reproduce", "dalvi", "--quick", "--sketch", "--results", results.Path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("estimate", screen.Output, StringComparison.Ordinal);
        // Runs go side by side: which of the three ends last is the machine's affair.
        Assert.Matches("[1-3]/3 dalvi/cnn seed 1: accuracy", screen.Output);
        Assert.Contains("3/3 dalvi/", screen.Output, StringComparison.Ordinal);
        Assert.Contains("not comparable", screen.Output, StringComparison.Ordinal);
        var pages = Path.Combine(results.Path, "quick", "reproduction");
        var page = await File.ReadAllTextAsync(Path.Combine(pages, "dalvi.html"));
        Assert.Contains("SKETCH DATA, NOT FASHION-MNIST", page, StringComparison.Ordinal);
        Assert.Contains("64.21 %", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(pages, "figures", "dalvi-precision-recall-cnn.svg")));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(pages, "summary.json")));
        var claims = json.RootElement.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(claims, claim => claim.GetProperty("experiment").GetString() == "dalvi/cnn" && claim.GetProperty("ours").GetDouble() > 0);

        using var again = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await again.RunAsync("reproduce", "dalvi", "--quick", "--sketch", "--results", results.Path));
        Assert.Contains("nothing is left to do", again.Output, StringComparison.Ordinal);
        Assert.Equal(3, RunReader.ReadAll(Path.Combine(results.Path, "quick")).Length);
    }

    [Fact]
    public async Task One_experiment_of_a_report_can_be_run_alone()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("reproduce", "safaei", "--only", "safaei/mlp-grid", "--quick", "--sketch", "--results", results.Path, "--shard", "1/4");

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("12 in all; 3 are in part 1/4", screen.Output, StringComparison.Ordinal);
        Assert.All(RunReader.ReadAll(Path.Combine(results.Path, "quick")), run => Assert.StartsWith("safaei/mlp-grid/", run.Experiment, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Side_by_side_stopped_and_gone_on_with_it_comes_to_the_same_as_one_after_another()
    {
        string[] line = ["reproduce", "safaei", "--only", "safaei/mlp-grid", "--quick", "--sketch", "--results"];
        using var one = new TemporaryFolder();
        using var first = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await first.RunAsync([.. line, one.Path, "--parallel", "1", "--threads", "2"]));
        Assert.Contains("for 12 runs on 2 threads, from", first.TrimmedOutput, StringComparison.Ordinal);

        using var several = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var second = new RecordedScreen(live: true, writer: new CancellingWriter("5/12 safaei", stop));
        Assert.Equal(ExitCode.Interrupted, await second.RunAsync(stop.Token, [.. line, several.Path, "--parallel", "3"]));
        Assert.Empty(Directory.GetDirectories(Path.Combine(several.Path, "quick"), ".unfinished*"));
        using var third = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await third.RunAsync([.. line, several.Path, "--parallel", "3"]));

        Assert.Contains("3 at a time on", third.TrimmedOutput, StringComparison.Ordinal);
        Assert.Equal(Outcomes(one), Outcomes(several));
    }

    [Fact]
    public async Task An_estimate_runs_nothing()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync("reproduce", "all", "--only", "cloudxlab/boosted-trees", "--sketch", "--estimate", "--results", results.Path));

        Assert.Matches(@"cloudxlab/boosted-trees +1 ", screen.TrimmedOutput);
        Assert.Empty(Directory.EnumerateFileSystemEntries(results.Path));
    }

    [Theory]
    [InlineData("did you mean 'fitch'?", "reproduce", "fich")]
    [InlineData("which is none of it", "reproduce", "kh", "--only", "safaei/mlp")]
    [InlineData("--quick takes one seed", "reproduce", "kh", "--quick", "--seeds", "3")]
    [InlineData("--shard expects a part", "reproduce", "kh", "--shard", "9/8")]
    public async Task A_mistake_is_answered_in_a_sentence(string hint, params string[] line)
    {
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync(line));

        Assert.Contains(hint, screen.Error, StringComparison.Ordinal);
    }

    private static List<(string, double, double)> Outcomes(TemporaryFolder results) =>
        [.. RunReader.ReadAll(Path.Combine(results.Path, "quick")).Select(run => (run.Experiment, run.Accuracy, run.LogLoss)).Order()];
}
