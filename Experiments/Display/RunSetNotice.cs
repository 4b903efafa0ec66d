using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Tells how a set of runs goes: what is to do, how long it will take, and a line for each that is done.</summary>
internal sealed class RunSetNotice(Screen screen)
{
    public void Plan(int all, int withoutData, int shared, int mine, Shard shard, int missing)
    {
        screen.Wrapped("runs", $"{Figures.Count(all)} in all"
            + (withoutData > 0 ? $", {Figures.Count(withoutData)} of them on handwritten digits, which no sketch stands in for" : "")
            + (shared > 0 ? $", {Figures.Count(shared)} of them the same training as another, which is run once" : "")
            + (shard.Count > 1 ? $"; {Figures.Count(mine)} are in part {shard}" : "")
            + (missing < mine ? $"; {Figures.Count(mine - missing)} are finished already" : "")
            + $"; {(missing == 0 ? "nothing is left to do" : $"{Figures.Count(missing)} to do")}");
    }

    public void Estimate(int runs, TimeSpan time, CoreShare share, TimeSpan measuring) => screen.Wrapped(
        "estimate", $"{Figures.Duration(time)} for {Figures.Count(runs)} {(runs == 1 ? "run" : "runs")}"
            + $"{(share.AtOnce > 1 ? $", {Figures.Plain(share.AtOnce)} at a time" : "")} on {Figures.Plain(share.Threads)} {(share.Threads == 1 ? "thread" : "threads")}{(share.AtOnce > 1 ? " each" : "")}"
            + $", from the speed measured on this machine in {Figures.Duration(measuring)}; stopped, it goes on where it was");

    /// <summary>What each experiment is likely to take, the costliest first; the points of a grid and the folds of a series together.</summary>
    /// <param name="runs">A run, the same with the settings asked for, its seconds, and the images trained on in a second where that is known.</param>
    public void Costs(IReadOnlyList<(PlannedRun Run, PlannedRun Asked, double Seconds, double? Speed)> runs)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("experiment").NoWrap());
        foreach (var heading in new[] { "runs", "epochs", "images/s", "a run", "all" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        foreach (var experiment in runs.GroupBy(run => string.Join('/', run.Run.Experiment.Name.Split('/').Take(2))).OrderByDescending(group => group.Sum(run => run.Seconds)))
        {
            table.AddRow(
                experiment.Key, Figures.Plain(experiment.Count()),
                experiment.First().Asked.Experiment is NetworkExperiment ? Range(experiment.Select(run => ((NetworkExperiment)run.Asked.Experiment).ExpectedEpochs)) : "",
                experiment.First().Speed is null ? "" : Range(experiment.Select(run => run.Speed!.Value)),
                Figures.Duration(TimeSpan.FromSeconds(experiment.Average(run => run.Seconds))), Figures.Duration(TimeSpan.FromSeconds(experiment.Sum(run => run.Seconds))));
        }

        screen.Console.Write(table);
        screen.Line("'epochs' is what to expect where a training may stop early, 'a run' the mean, 'all' one run after another.");
    }

    private static string Range(IEnumerable<double> values)
    {
        var (low, high) = (Figures.Rate(values.Min()), Figures.Rate(values.Max()));
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>A run's name while it goes on.</summary>
    public static string Title(PlannedRun run) => $"{run.Experiment.Name} seed {Figures.Plain(run.Seed)}";

    /// <summary>Told from several threads.</summary>
    public static void Done(RunBoard board, (int Done, TimeSpan Left) state, int count, PlannedRun run, FinishedRun finished)
    {
        var left = state.Done < count ? $"about {Figures.Duration(state.Left)} left" : "";
        var number = $"{Figures.Count(state.Done)}/{Figures.Count(count)}";
        board.Line(
            $"{number} {Title(run)}: accuracy {Figures.Percent(finished.Evaluation.Accuracy)} in {Figures.Duration(finished.Total)}{(left.Length == 0 ? "" : "; " + left)}",
            $"{number} done{(left.Length == 0 ? "" : ", " + left)}");
    }
}
