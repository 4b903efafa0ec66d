using System.Globalization;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>One run of several in a line: what it is doing now.</summary>
/// <param name="title">Which run.</param>
/// <param name="changed">Called after every change.</param>
internal sealed class RunLine(string title, Action changed) : IRunDisplay
{
    private double? best;

    public string Title => title;

    public string Doing { get; private set; } = "preparing";

    public T Step<T>(string doing, Func<T> work)
    {
        Show(doing);
        return work();
    }

    public T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work)
    {
        Show(doing);
        return work(new DirectProgress<DownloadProgress>(progress => Show(DownloadLine.Of(progress))));
    }

    public T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work) => work(new DirectProgress<TrainingProgress>(Show));

    public T TrainFromLog<T>(string title, Func<IProgress<string>, T> work) => work(new DirectProgress<string>(Show));

    private void Show(TrainingProgress progress)
    {
        if (progress.CompletedEpoch?.ValidationAccuracy is { } accuracy && !(accuracy <= best))
            best = accuracy;
        var share = progress.Batches == 0 ? 0 : 100L * progress.Batch / progress.Batches;
        Show(string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch}/{progress.Epochs}, {share,2} %, loss {Figures.Loss(progress.Loss)}, train {Figures.Percent(progress.Accuracy)}")
            + (best is { } validation ? $", validation {Figures.Percent(validation)}" : "")
            + $", {Figures.Rate(progress.ImagesPerSecond)}/s, at most {Figures.Duration(progress.Remaining)} left");
    }

    private void Show(string doing)
    {
        Doing = doing;
        changed();
    }
}
