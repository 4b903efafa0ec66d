using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class SharedRunTests
{
    private static readonly PlannedRun[] All = [.. PlannedRun.Of(ExperimentCatalogue.All, firstSeed: 1, seeds: 3)];

    [Theory]
    [InlineData("kh/cnn-best", "kh/grid-2/64-64-128")]
    [InlineData("kh/cnn-base", "kh/grid-3/32-32-32-32")]
    [InlineData("safaei/cnn_kf/fold-01", "safaei/cnn_kf-clean/fold-01")]
    [InlineData("safaei/cnn_rs/fold-01", "safaei/cnn_rs-clean/fold-01")]
    public void What_is_declared_alike_is_the_same_run_whatever_its_name(string name, string other) =>
        Assert.Equal(RunSignature.Declaration(Request(name), 1), RunSignature.Declaration(Request(other), 1));

    [Theory]
    [InlineData("kh/cnn-best", "kh/cnn-best-mnist")]
    [InlineData("kh/cnn-best", "kh/cnn-base")]
    [InlineData("safaei/cnn_kf/fold-01", "safaei/cnn_rs/fold-01")]
    [InlineData("safaei/cnn_kf/fold-01", "safaei/cnn_kf-clean/fold-02")]
    [InlineData("safaei/cnn_kf/fold-02", "safaei/cnn_kf-clean/fold-02")]
    [InlineData("fitch/model-2", "fitch/model-3")]
    [InlineData("fitch/model-7", "fitch/model-7-dropout-5")]
    [InlineData("lbfgs", "sdca")]
    public void What_is_declared_otherwise_is_another_run(string name, string other) =>
        Assert.NotEqual(RunSignature.Declaration(Request(name), 1), RunSignature.Declaration(Request(other), 1));

    [Fact]
    public void Every_setting_counts_the_ones_that_no_summary_tells_too()
    {
        var request = Request("safaei/cnn_1");
        var network = (NetworkExperiment)request.Experiment;
        var same = RunSignature.Declaration(request, 1);

        Assert.NotEqual(same, RunSignature.Declaration(request, 2));
        Assert.NotEqual(same, RunSignature.Declaration(request with { Temperature = true }, 1));
        Assert.NotEqual(same, RunSignature.Declaration(request with { Rows = new RowLimit(1000, 500) }, 1));
        Assert.NotEqual(same, With(network.Training with { Optimizer = new Adam { Beta1 = 0.8 } }));
        Assert.NotEqual(same, With(network.Training with { EarlyStopping = network.Training.EarlyStopping! with { MinDelta = 0.01 } }));
        Assert.NotEqual(same, With(network.Training with { Augmentation = new Augmentation { HorizontalFlip = true } }));
        Assert.Equal(same, With(network.Training with { TestEachEpoch = true }));

        string With(TrainingPlan training) => RunSignature.Declaration(request with { Experiment = network with { Training = training } }, 1);
    }

    [Fact]
    public void Each_declaration_is_planned_once_and_chains_stay_whole()
    {
        using var screen = new RecordedScreen();
        var different = Different(screen);

        Assert.Equal(different.Count, different.Select(run => RunSignature.Declaration(Request(run.Experiment), run.Seed)).Distinct().Count());
        Assert.Equal(
            All.Select(run => RunSignature.Declaration(Request(run.Experiment), run.Seed)).ToHashSet(),
            different.Select(run => RunSignature.Declaration(Request(run.Experiment), run.Seed)).ToHashSet());
        Assert.Equal(10, different.Count(run => run.Chain == "safaei/cnn_kf seed 1"));
        Assert.DoesNotContain(different, run => run.Experiment.Name == "safaei/cnn_kf-clean/fold-01");
        Assert.DoesNotContain(different, run => run.Experiment.Name == "kh/grid-2/64-64-128");
    }

    [Fact]
    public void The_parts_of_what_is_planned_are_the_whole_and_share_nothing()
    {
        using var screen = new RecordedScreen();
        var different = Different(screen);

        var parts = Enumerable.Range(1, 5).SelectMany(number => new Shard(number, 5).Of(different)).ToList();

        Assert.Equal(different.Count, parts.Count);
        Assert.Equal(different.ToHashSet(), parts.ToHashSet());
    }

    [Fact]
    public async Task A_run_answers_for_every_name_of_its_declaration()
    {
        using var results = new TemporaryFolder();
        string[] Line(string name) => ["reproduce", "kh", "--only", name, "--quick", "--sketch", "--results", results.Path];
        using var first = new RecordedScreen();
        Assert.Equal(ExitCode.Success, await first.RunAsync(Line("kh/grid-3/32-32-32-32")));
        using var second = new RecordedScreen();

        Assert.Equal(ExitCode.Success, await second.RunAsync(Line("kh/cnn-base")));

        Assert.Contains("nothing is left to do", second.Output, StringComparison.Ordinal);
        var run = Assert.Single(RunReader.ReadAll(Path.Combine(results.Path, "quick")));
        Assert.Equal("kh/grid-3/32-32-32-32", run.Experiment);
        Assert.All(run.History, epoch => Assert.NotNull(epoch.TestAccuracy));
        var page = await File.ReadAllTextAsync(Path.Combine(results.Path, "quick", "reproduction", "kh.html"));
        Assert.Contains($"kh/cnn-base, seed 1, is the run of kh/grid-3/32-32-32-32 in {run.Name}", page, StringComparison.Ordinal);
        var claims = await File.ReadAllTextAsync(Path.Combine(results.Path, "quick", "reproduction", "summary.md"));
        Assert.Contains(claims.Split('\n'), line => line.Contains("kh/cnn-base", StringComparison.Ordinal)
            && line.Contains((100 * run.Accuracy).ToString("F2", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static IReadOnlyList<PlannedRun> Different(RecordedScreen screen) =>
        new RunSet(new Surroundings(screen.Screen, new Workplace("none")), new RunSetRequest(new DataRequest()) { ResultsFolder = "none" }).Different(All);

    private static RunRequest Request(string name) => Request(ExperimentCatalogue.Find(name));

    private static RunRequest Request(Experiment experiment) => new(experiment, new DataRequest()) { Overrides = new Overrides(), ResultsFolder = "none" };
}
