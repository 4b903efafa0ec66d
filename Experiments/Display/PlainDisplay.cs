using System.Diagnostics;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>One line for each thing that is done: for files, pipes and continuous integration.</summary>
internal sealed class PlainDisplay(Screen screen) : IRunDisplay
{
    private const int LinesADownload = 10;
    private static readonly TimeSpan BetweenLogLines = TimeSpan.FromSeconds(1);

    public T Step<T>(string doing, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        screen.Line($"{doing}: done in {Figures.Duration(watch.Elapsed)}");
        return result;
    }

    public T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work)
    {
        (string File, long Tenth) last = ("", -1);
        return work(new DirectProgress<DownloadProgress>(progress =>
        {
            var tenth = progress.Total is > 0 and { } total ? LinesADownload * progress.Received / total : 0;
            if (progress.Note is null && (progress.File, tenth) == last)
                return;
            last = (progress.File, tenth);
            screen.Line(DownloadLine.Of(progress));
        }));
    }

    public T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work)
    {
        screen.Line(title);
        return work(new DirectProgress<TrainingProgress>(progress =>
        {
            if (progress.CompletedEpoch is { } epoch)
                screen.Line(EpochLine.Of(epoch, progress.Epochs, progress.ImagesPerSecond));
        }));
    }

    public T TrainFromLog<T>(string title, Func<IProgress<string>, T> work)
    {
        screen.Line(title);
        var lines = new ThinnedLines(screen.Line, BetweenLogLines);
        var result = work(new DirectProgress<string>(lines.Add));
        lines.ShowLast();
        return result;
    }
}
