using System.Globalization;
using MlNetFashion.Evaluation;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Shows what of a data set is being looked at: in place at a terminal, a line a step and tenth elsewhere.</summary>
internal static class ExplorationDisplay
{
    public static T Run<T>(Screen screen, bool quiet, Func<IProgress<ExplorationProgress>, T> work)
    {
        if (quiet)
            return work(new DirectProgress<ExplorationProgress>(_ => { }));
        if (!screen.Traits.IsLive)
            return RunPlain(screen, work);

        var pace = new RedrawPace();
        return screen.Console.Status().Spinner(Spinner.Known.Dots).Start("looking", context => work(new DirectProgress<ExplorationProgress>(progress =>
        {
            if (pace.IsDue(progress.Share is null or 1))
                context.Status(Markup.Escape(Text(progress)));
        })));
    }

    private static T RunPlain<T>(Screen screen, Func<IProgress<ExplorationProgress>, T> work)
    {
        (string Doing, int Tenth) last = ("", -1);
        return work(new DirectProgress<ExplorationProgress>(progress =>
        {
            var now = (progress.Doing, (int)(10 * (progress.Share ?? 0)));
            if (now == last)
                return;
            last = now;
            screen.Line(Text(progress));
        }));
    }

    private static string Text(ExplorationProgress progress) =>
        progress.Doing
        + (progress.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $", {100 * share:F0} %") : "")
        + (progress.Remaining is { } left && progress.Share < 1 ? $", about {Figures.Duration(left)} left" : "");
}
