using System.Globalization;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Display;

/// <summary>One finished epoch as one line of text.</summary>
internal static class EpochLine
{
    public static string Of(EpochResult epoch, int epochs, double imagesPerSecond)
    {
        var number = epoch.Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(epochs.ToString(CultureInfo.InvariantCulture).Length);
        var validation = epoch.ValidationAccuracy is { } accuracy
            ? $"  validation {Figures.Percent(accuracy)} (loss {Figures.Loss(epoch.ValidationLoss ?? double.NaN)})"
            : "";
        return $"epoch {number}/{epochs}  loss {Figures.Loss(epoch.Loss)}  train {Figures.Percent(epoch.Accuracy)}{validation}"
            + $"  {Figures.Rate(imagesPerSecond)} images/s  {Figures.Duration(epoch.Elapsed)}";
    }
}
