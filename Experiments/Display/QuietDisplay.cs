using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>Shows nothing while work goes on.</summary>
internal sealed class QuietDisplay : IRunDisplay
{
    public T Step<T>(string doing, Func<T> work) => work();

    public T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work) => work(new DirectProgress<DownloadProgress>(_ => { }));

    public T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work) => work(new DirectProgress<TrainingProgress>(_ => { }));

    public T TrainFromLog<T>(string title, Func<IProgress<string>, T> work) => work(new DirectProgress<string>(_ => { }));
}
