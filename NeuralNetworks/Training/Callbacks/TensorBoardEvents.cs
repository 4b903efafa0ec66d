using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Writes an event file while training, for TensorBoard to show as it grows: loss, accuracy and learning rate by epoch (Keras's
/// <c>TensorBoard</c>). The file is closed between epochs, so it is whole whenever training ends.
/// </summary>
/// <param name="folder">The folder of this run's events; TensorBoard shows each folder beneath its --logdir as a run. Made if it is not there.</param>
public sealed class TensorBoardEvents(string folder) : TrainingCallback
{
    private const string Writer = "mlnetfashion";

    /// <summary>The full path of the file; null before training begins.</summary>
    public string? Path { get; private set; }

    /// <summary>Tells the time. The default value is the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public override void TrainingBegins(NetworkArchitecture architecture, TrainingOptions options)
    {
        var now = Clock.GetUtcNow();
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, EventFileWriter.FileName(now, Writer)));
        using var file = File.Create(Path);
        new EventFileWriter(file).Begin(now);
    }

    /// <inheritdoc/>
    public override void EpochCompleted(EpochResult result, Func<Network> snapshot)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var file = new FileStream(Path!, FileMode.Append);
        new EventFileWriter(file).Add(Clock.GetUtcNow(), result.Epoch, Figures(result));
    }

    private static IEnumerable<KeyValuePair<string, double>> Figures(EpochResult result)
    {
        yield return new("loss/training", result.Loss);
        yield return new("accuracy/training", result.Accuracy);
        if (result.ValidationLoss is { } loss)
            yield return new("loss/validation", loss);
        if (result.ValidationAccuracy is { } accuracy)
            yield return new("accuracy/validation", accuracy);
        yield return new("learning_rate", result.LearningRate);
    }
}
