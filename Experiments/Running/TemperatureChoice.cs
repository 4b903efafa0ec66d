using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Running;

/// <summary>Chooses a temperature by validation images, and remembers which.</summary>
internal sealed class TemperatureChoice
{
    /// <summary>The number that the logits were divided by; null before the training has ended.</summary>
    public double? Value { get; private set; }

    /// <summary>How many images it was chosen by.</summary>
    public int Images { get; private set; }

    /// <param name="probabilities">[image, class].</param>
    /// <param name="labels">The classes.</param>
    public double Choose(float[] probabilities, int[] labels)
    {
        var temperature = TemperatureScaling.Fit(Predictions.From(labels, probabilities, probabilities.Length / labels.Length));
        (Value, Images) = (temperature, labels.Length);
        return temperature;
    }
}
