using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>Ends training once a figure has stopped improving.</summary>
public sealed record EarlyStopping
{
    /// <summary>The figure watched. The default value is <see cref="EarlyStoppingMonitor.ValidationAccuracy"/>.</summary>
    public EarlyStoppingMonitor Monitor { get; init; } = EarlyStoppingMonitor.ValidationAccuracy;

    /// <summary>Epochs without improvement that are put up with. The default value is 0, as in Keras: the first one ends training.</summary>
    public int Patience { get; init; }

    /// <summary>The least change that counts as improvement. The default value is 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>Whether the network returned is that of the best epoch instead of the last. The default value is true.</summary>
    public bool RestoreBestWeights { get; init; } = true;

    internal void Validate()
    {
        if (Patience < 0)
            throw new ArgumentException($"Early stopping expects a patience of at least 0 epochs. Received: {Patience}.");
        if (!(MinDelta >= 0) || !double.IsFinite(MinDelta))
            throw new ArgumentException($"Early stopping expects a least change of at least 0. Received: {MinDelta.ToString(CultureInfo.InvariantCulture)}.");
        if (!Enum.IsDefined(Monitor))
            throw new ArgumentException($"Early stopping expects one of {string.Join(", ", Enum.GetNames<EarlyStoppingMonitor>())}. Received: {Monitor}.");
    }
}
