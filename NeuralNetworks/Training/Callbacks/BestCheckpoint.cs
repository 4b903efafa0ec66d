namespace MlNetFashion.NeuralNetworks;

/// <summary>Hands over the network after every epoch that is the best so far (Keras's <c>ModelCheckpoint</c> with <c>save_best_only</c>).</summary>
/// <param name="save">Keeps the network, for example in a file.</param>
public sealed class BestCheckpoint(Action<Network, EpochResult> save) : TrainingCallback
{
    private double _best = double.NegativeInfinity;

    /// <summary>The figure watched. The default value is <see cref="EarlyStoppingMonitor.ValidationLoss"/>.</summary>
    public EarlyStoppingMonitor Monitor { get; init; } = EarlyStoppingMonitor.ValidationLoss;

    /// <inheritdoc/>
    public override void TrainingBegins(NetworkArchitecture architecture, TrainingOptions options) => _best = double.NegativeInfinity;

    /// <inheritdoc/>
    public override void EpochCompleted(EpochResult result, Func<Network> snapshot)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(snapshot);
        var score = Monitor.Score(result);
        if (!(score > _best))
            return;
        _best = score;
        save(snapshot(), result);
    }
}
