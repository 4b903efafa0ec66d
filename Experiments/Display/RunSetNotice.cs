using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Display;

/// <summary>Tells how a set of runs goes: what is to do, how long it will take, and a line for each that is done.</summary>
internal sealed class RunSetNotice(Screen screen)
{
    public void Plan(int all, int withoutData, int mine, Shard shard, int missing)
    {
        screen.Wrapped("runs", $"{Figures.Count(all)} in all"
            + (withoutData > 0 ? $", {Figures.Count(withoutData)} of them on handwritten digits, which no sketch stands in for" : "")
            + (shard.Count > 1 ? $"; {Figures.Count(mine)} are in part {shard}" : "")
            + (missing < mine ? $"; {Figures.Count(mine - missing)} are finished already" : "")
            + $"; {(missing == 0 ? "nothing is left to do" : $"{Figures.Count(missing)} to do")}");
    }

    public void Estimate(int runs, TimeSpan time, TimeSpan measuring) => screen.Wrapped(
        "estimate", $"{Figures.Duration(time)} for {Figures.Count(runs)} runs, from the speed measured on this machine in {Figures.Duration(measuring)}; stopped, it goes on where it was");

    public void Done(int number, int count, PlannedRun run, FinishedRun finished, TimeSpan left) => screen.Line(
        $"{Figures.Count(number)}/{Figures.Count(count)} {run.Experiment.Name} seed {Figures.Plain(run.Seed)}: accuracy {Figures.Percent(finished.Evaluation.Accuracy)} in {Figures.Duration(finished.Total)}"
        + (number < count ? $"; about {Figures.Duration(left)} left" : ""));
}
