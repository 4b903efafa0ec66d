using System.Text.Json;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class CompositeTests
{
    private static readonly string[] Folds = ["experiment", "safaei/cnn_kf", "--sketch", "--epochs", "1", "--results"];

    [Fact]
    public async Task Stopped_folds_go_on_where_they_were_and_come_to_the_same()
    {
        using var whole = new TemporaryFolder();
        using var interrupted = new TemporaryFolder();
        using var first = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await first.RunAsync([.. Folds, whole.Path]));

        using var stop = new CancellationTokenSource();
        using var second = new RecordedScreen(writer: new CancellingWriter("4/10", stop));
        Assert.Equal(ExitCode.Interrupted, await second.RunAsync(stop.Token, [.. Folds, interrupted.Path]));
        using var third = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await third.RunAsync([.. Folds, interrupted.Path]));

        Assert.Contains("4 are finished already; 6 to do", third.Output, StringComparison.Ordinal);
        Assert.Equal(Accuracies(whole.Path), Accuracies(interrupted.Path));
        Assert.False(Directory.Exists(Path.Combine(interrupted.Path, ".weights")));

        using var fourth = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await fourth.RunAsync([.. Folds, interrupted.Path]));
        Assert.Contains("nothing is left to do", fourth.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_several_seeds_make_the_whole()
    {
        string[] line = ["experiment", "safaei/mlp", "--sketch", "--epochs", "1", "--seeds", "3", "--temperature", "--test-curve", "--tensorboard", "--results"];
        using var whole = new TemporaryFolder();
        using var results = new TemporaryFolder();
        using var first = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await first.RunAsync([.. line, whole.Path]));
        foreach (var part in new[] { "1/2", "2/2" })
        {
            Assert.Empty(Directory.GetFiles(results.Path, "seeds-*.json"));
            using var screen = new RecordedScreen();
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, results.Path, "--shard", part]));
            Assert.Equal(part == "2/2", screen.Output.Contains("mean accuracy ", StringComparison.Ordinal));
        }

        Assert.Equal(Seeds(whole), Seeds(results));
        foreach (var (one, other) in RunReader.ReadAll(whole.Path).OrderBy(run => run.Seed).Zip(RunReader.ReadAll(results.Path).OrderBy(run => run.Seed)))
        {
            Assert.Equal(one.Seed, other.Seed);
            foreach (var file in new[] { "predictions.csv", "model.zip" })
                Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(one.Folder, file)), await File.ReadAllBytesAsync(Path.Combine(other.Folder, file)));
            Assert.NotNull(other.History[0].TestAccuracy);
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(other.Folder, "tensorboard")));
        }

        static string Seeds(TemporaryFolder folder)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path, "seeds-*.json"))));
            var seeds = json.RootElement.GetProperty("seeds").EnumerateArray().Select(seed => $"{seed.GetProperty("seed")} {seed.GetProperty("accuracy")} {seed.GetProperty("logLoss")}");
            return $"{json.RootElement.GetProperty("accuracy")} {json.RootElement.GetProperty("logLoss")} {string.Join(", ", seeds)}";
        }
    }

    [Fact]
    public async Task A_fold_that_needs_another_is_refused_alone()
    {
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync("experiment", "safaei/cnn_kf/fold-02", "--sketch"));

        Assert.Contains("begins with the weights of 'safaei/cnn_kf/fold-01'", screen.Error, StringComparison.Ordinal);
    }

    private static List<(string, double)> Accuracies(string folder) =>
        [.. RunReader.ReadAll(folder).Select(run => (run.Experiment, run.Accuracy)).OrderBy(run => run.Experiment, StringComparer.Ordinal)];
}
