using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Display;

/// <summary>Shows work while it goes on: redrawn in place for a person at a terminal, or as plain lines for a file.</summary>
internal interface IRunDisplay
{
    /// <summary>Runs a step of unknown length and says how long it took.</summary>
    T Step<T>(string doing, Func<T> work);

    /// <summary>Runs a step that may download, showing how far the files have come.</summary>
    T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work);

    /// <summary>Trains a network, showing epochs and batches.</summary>
    T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work);

    /// <summary>Trains with a trainer that only writes log lines, showing the last of them.</summary>
    T TrainFromLog<T>(string title, Func<IProgress<string>, T> work);
}
