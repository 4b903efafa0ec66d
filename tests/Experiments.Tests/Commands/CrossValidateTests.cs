using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

public class CrossValidateTests
{
    /// <summary>In a line of folds.csv, the field before the chosen one and the data set.</summary>
    private const string SecondsField = ",[0-9.]+(?=,[^,]*,\"SKETCH)";

    [Fact]
    public async Task Folds_run_are_kept_and_reported_and_a_second_run_finds_them()
    {
        using var results = new TemporaryFolder();
        using var first = new RecordedScreen();
        string[] line = ["crossvalidate", "lbfgs", "--sketch", "--folds", "3", "--iterations", "3", "--parallel", "2", "--results", results.Path];

        Assert.Equal(ExitCode.Success, await first.RunAsync(line));

        Assert.Equal("", first.Error);
        Assert.Contains("fold 3 of 3: accuracy ", first.Output, StringComparison.Ordinal);
        Assert.Contains(" left", first.Output, StringComparison.Ordinal);
        Assert.Contains("SKETCH DATA, NOT FASHION-MNIST", first.Output, StringComparison.Ordinal);
        var report = Report(results, "crossvalidate_lbfgs");
        using var json = Json(report);
        var model = Assert.Single(json.RootElement.GetProperty("models").EnumerateArray());
        Assert.Equal([400, 400, 400], model.GetProperty("folds").EnumerateArray().Select(fold => fold.GetProperty("trainRows").GetInt32()));
        Assert.Equal(
            model.GetProperty("folds").EnumerateArray().Average(fold => fold.GetProperty("accuracy").GetDouble()), model.GetProperty("meanAccuracy").GetDouble(), 12);
        Assert.Contains("crossvalidate lbfgs --protocol stratified --folds 3 --seed 1 --iterations 3 --sketch", await File.ReadAllTextAsync(Path.Combine(report, "report.html")), StringComparison.Ordinal);
        foreach (var file in new[] { "folds.csv", "folds.md", "figures/folds.svg" })
            Assert.True(new FileInfo(Path.Combine(report, file)).Length > 0, file);

        using var second = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await second.RunAsync(line));
        Assert.Contains("3 of 3 folds were kept from an earlier run", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fold 1 of 3: ", second.Output, StringComparison.Ordinal);

        using var fresh = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await fresh.RunAsync([.. line, "--fresh"]));
        Assert.Contains("fold 1 of 3: ", fresh.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetDirectories(results.Path, "*crossvalidate*").Length);
    }

    [Fact]
    public async Task A_stopped_run_goes_on_where_it_stopped()
    {
        using var results = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var stopped = new RecordedScreen(writer: new CancellingWriter("fold 1 of 3: ", stop));
        string[] line = ["crossvalidate", "safaei/mlp", "--sketch", "--folds", "3", "--epochs", "2", "--parallel", "1", "--results", results.Path];

        Assert.Equal(ExitCode.Interrupted, await stopped.RunAsync(stop.Token, line));
        Assert.Empty(Directory.GetDirectories(results.Path, "*crossvalidate*"));
        using var again = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await again.RunAsync(line));
        using var elsewhere = new TemporaryFolder();
        using var whole = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await whole.RunAsync([.. line[..^1], elsewhere.Path]));

        Assert.Contains("1 of 3 folds was kept from an earlier run", again.Output, StringComparison.Ordinal);
        Assert.Equal(Accuracies(Report(elsewhere, "crossvalidate")), Accuracies(Report(results, "crossvalidate")));
    }

    [Theory]
    [InlineData("sdca --protocol mlnet --folds 3 --iterations 3", "1 of 3 trainings,", "1 of 3 trainings were kept")]
    [InlineData("lbfgs --protocol stratified-shuffled --folds 2 --repeats 2 --iterations 3 --parallel 1", "fold 2 of 4: ", "2 of 4 folds were kept")]
    [InlineData("lbfgs sdca --protocol nested --folds 2 --iterations 3 --parallel 1", "2 of 14 trainings,", "of 14 trainings were kept")]
    public async Task Stopped_and_resumed_every_file_is_as_without_the_stop(string command, string stopAt, string kept)
    {
        using var results = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var stopped = new RecordedScreen(writer: new CancellingWriter(stopAt, stop));
        string[] line = ["crossvalidate", .. command.Split(' '), "--sketch", "--threads", "1", "--results"];

        Assert.Equal(ExitCode.Interrupted, await stopped.RunAsync(stop.Token, [.. line, results.Path]));
        using var again = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await again.RunAsync([.. line, results.Path]));
        using var whole = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await whole.RunAsync([.. line, elsewhere.Path]));

        Assert.Contains(kept, again.Output, StringComparison.Ordinal);
        Assert.Equal(KeptFiles(elsewhere), KeptFiles(results));
        Assert.Equal(WithoutTimes(Report(elsewhere, "crossvalidate")), WithoutTimes(Report(results, "crossvalidate")));
        Assert.All(
            Regex.Matches(await File.ReadAllTextAsync(Path.Combine(Report(results, "crossvalidate"), "folds.csv")), SecondsField),
            seconds => Assert.True(double.Parse(seconds.Value[1..], CultureInfo.InvariantCulture) > 0));
    }

    [Theory]
    [InlineData("crossvalidate lbfgs --folds 3 --iterations 3", 2)]
    [InlineData("crossvalidate sdca --protocol mlnet --folds 3 --iterations 3", 3)]
    [InlineData("crossvalidate lbfgs sdca --protocol nested --folds 3 --iterations 2", 2)]
    [InlineData("crossvalidate safaei/mlp --protocol warm --folds 3 --epochs 1", 3)]
    [InlineData("compare lbfgs sdca --protocol shuffled --folds 3 --iterations 3", 2)]
    public async Task Parts_make_the_same_whole(string command, int parts)
    {
        using var whole = new TemporaryFolder();
        using var together = new TemporaryFolder();
        using var apart = new TemporaryFolder();
        var name = command[..command.IndexOf(' ')];
        string[] line = [.. command.Split(' '), "--sketch", "--results"];
        using (var screen = new RecordedScreen())
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, whole.Path]));

        // In one folder; the last part comes first.
        for (var part = parts; part > 0; part--)
        {
            Assert.Empty(Directory.GetDirectories(together.Path, $"*_{name}_*"));
            using var screen = new RecordedScreen();
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, together.Path, "--shard", $"{part}/{parts}"]));
            Assert.Equal("", screen.Error);
            Assert.Equal(part > 1, screen.Output.Contains("not yet: the part that finds", StringComparison.Ordinal));
        }

        // On machines that share nothing: folders are copied together, and one more call finds all folds there.
        for (var part = 1; part <= parts; part++)
        {
            using var machine = new TemporaryFolder();
            using var screen = new RecordedScreen();
            Assert.Equal(ExitCode.Success, await screen.RunAsync([.. line, machine.Path, "--shard", $"{part}/{parts}"]));
            Assert.Empty(Directory.GetDirectories(machine.Path, $"*_{name}_*"));
            foreach (var file in Directory.GetFiles(machine.Path, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(apart.Path, Path.GetRelativePath(machine.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }
        }

        using var last = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await last.RunAsync([.. line, apart.Path]));
        Assert.DoesNotContain("fold 1 of 3: accuracy", command.Contains("mlnet", StringComparison.Ordinal) ? "" : last.Output, StringComparison.Ordinal);

        foreach (var merged in new[] { together, apart })
        {
            Assert.Equal(Predictions(whole), Predictions(merged));
            Assert.Equal(WithoutTimes(Report(whole, $"_{name}_")), WithoutTimes(Report(merged, $"_{name}_")));
        }
    }

    [Fact]
    public async Task Parts_cannot_forget_what_others_keep()
    {
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Refused, await screen.RunAsync("crossvalidate", "lbfgs", "--sketch", "--shard", "1/2", "--fresh"));

        Assert.Contains("leave out --fresh or --shard", screen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warm_folds_stand_beside_their_clean_twin_and_go_on_from_their_weights()
    {
        using var results = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var stopped = new RecordedScreen(writer: new CancellingWriter("fold 1 of 3: ", stop));
        string[] line = ["crossvalidate", "safaei/mlp", "--sketch", "--protocol", "warm", "--folds", "3", "--epochs", "2", "--results", results.Path];
        Assert.Equal(ExitCode.Interrupted, await stopped.RunAsync(stop.Token, line));
        using var screen = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await screen.RunAsync(line));

        Assert.Contains("1 of 3 folds was kept", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Warm-started folds say ", screen.Output, StringComparison.Ordinal);
        using var json = Json(Report(results, "crossvalidate"));
        var models = json.RootElement.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(["warm start", "from scratch"], models.Select(model => model.GetProperty("name").GetString()));
        var (warm, clean) = (Fold(models[0], 0), Fold(models[1], 0));
        Assert.Equal(warm.GetProperty("accuracy").GetDouble(), clean.GetProperty("accuracy").GetDouble());
        Assert.NotEqual(Fold(models[0], 2).GetProperty("accuracy").GetDouble(), Fold(models[1], 2).GetProperty("accuracy").GetDouble());
        Assert.InRange(warm.GetProperty("test accuracy").GetDouble(), 0.1, 1);

        // Started from what the fold before had learnt, the last fold begins where the first had not arrived.
        Assert.True(Fold(models[0], 2).GetProperty("accuracy").GetDouble() > warm.GetProperty("accuracy").GetDouble());
    }

    [Theory]
    [InlineData("mlnet --folds 3", "safaei/mlp", 3)]
    [InlineData("hold-out --repeats 2", "safaei/mlp", 2)]
    [InlineData("shuffle-split --folds 3 --test-fraction 0.5", "safaei/mlp", 3)]
    [InlineData("warm-shuffle-split --folds 3", "safaei/mlp", 3)]
    [InlineData("nested --folds 3", "safaei/mlp fitch/model-8", 3)]
    public async Task Every_protocol_runs(string protocol, string names, int folds)
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync(
            ["crossvalidate", .. names.Split(' '), "--protocol", .. protocol.Split(' '), "--sketch", "--epochs", "1", "--patience", "0", "--results", results.Path]);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        using var json = Json(Report(results, "crossvalidate"));
        Assert.Equal(folds, json.RootElement.GetProperty("models")[0].GetProperty("folds").GetArrayLength());
        if (protocol.StartsWith("nested", StringComparison.Ordinal))
            Assert.Contains(Fold(json.RootElement.GetProperty("models")[0], 0).GetProperty("chosen").GetString(), names.Split(' '));
    }

    [Fact]
    public async Task At_a_terminal_folds_at_work_and_finished_are_redrawn()
    {
        using var results = new TemporaryFolder();
        using var screen = new RecordedScreen(live: true);

        var code = await screen.RunAsync("crossvalidate", "safaei/mlp", "--sketch", "--folds", "3", "--epochs", "2", "--parallel", "2", "--results", results.Path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("✓ fold 3: ", screen.Output, StringComparison.Ordinal);
        Assert.Contains("3 of 3 folds", screen.Output, StringComparison.Ordinal);
        Assert.Contains("finished folds are kept", screen.Output, StringComparison.Ordinal);
    }

    private static string Report(TemporaryFolder results, string part) => Assert.Single(Directory.GetDirectories(results.Path, $"*{part}*"));

    /// <summary>What is kept of the folds, with the predictions' bytes; how long they took differs from run to run.</summary>
    private static List<string> KeptFiles(TemporaryFolder results) =>
    [
        .. Directory.GetFiles(Path.Combine(results.Path, "folds"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(results.Path, file)} {(file.EndsWith(".csv", StringComparison.Ordinal) ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))) : "")}"),
    ];

    private static List<string> Predictions(TemporaryFolder results) => [.. KeptFiles(results).Where(file => file.Contains(".csv ", StringComparison.Ordinal))];

    private static string WithoutTimes(string report) => Regex.Replace(File.ReadAllText(Path.Combine(report, "folds.csv")), SecondsField, "");

    private static JsonDocument Json(string report) => JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "folds.json")));

    private static JsonElement Fold(JsonElement model, int fold) => model.GetProperty("folds")[fold];

    private static List<double> Accuracies(string report)
    {
        using var json = Json(report);
        return [.. json.RootElement.GetProperty("models")[0].GetProperty("folds").EnumerateArray().Select(fold => fold.GetProperty("accuracy").GetDouble())];
    }
}
