namespace MlNetFashion.NeuralNetworks;

/// <summary>Figures of an epoch by monitor.</summary>
internal static class MonitorScores
{
    public static bool NeedsValidation(this EarlyStoppingMonitor monitor) => monitor is EarlyStoppingMonitor.ValidationAccuracy or EarlyStoppingMonitor.ValidationLoss;

    /// <summary>The figure watched, turned so that larger is better.</summary>
    public static double Score(this EarlyStoppingMonitor monitor, EpochResult epoch) => monitor switch
    {
        EarlyStoppingMonitor.Accuracy => epoch.Accuracy,
        EarlyStoppingMonitor.Loss => -epoch.Loss,
        EarlyStoppingMonitor.ValidationLoss => -(epoch.ValidationLoss ?? double.NaN),
        _ => epoch.ValidationAccuracy ?? double.NaN,
    };
}
