namespace MlNetFashion.Evaluation;

/// <summary>
/// Temperature scaling (C. Guo et al., "On calibration of modern neural networks", 2017): one number by which the logits of a network are
/// divided, chosen on rows held back so that the log loss is least. Which class is predicted does not change, how sure it sounds does.
/// </summary>
public static class TemperatureScaling
{
    private const double Lowest = 0.05;
    private const double Highest = 20;

    /// <summary>The temperature that fits: above 1 for a model that is too sure, below 1 for one that is too modest.</summary>
    /// <param name="heldBack">Predictions with probabilities on rows that were neither trained nor will be judged on; at least one.</param>
    /// <returns>Between 0.05 and 20.</returns>
    /// <exception cref="ArgumentException">No rows, or scores that are no probabilities.</exception>
    public static double Fit(Predictions heldBack)
    {
        if (heldBack.Count == 0 || !heldBack.AreProbabilities)
        {
            throw new ArgumentException(
                $"A temperature is fitted to probabilities of at least one row. Received: {heldBack.Count} rows{(heldBack.AreProbabilities ? "" : " of scores that are none")}.",
                nameof(heldBack));
        }

        // In the logarithm of the temperature the loss has one valley; golden sections close in on its floor.
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double low = Math.Log(Lowest), high = Math.Log(Highest);
        double left = high - ratio * (high - low), right = low + ratio * (high - low);
        double lossLeft = Loss(heldBack, Math.Exp(left)), lossRight = Loss(heldBack, Math.Exp(right));
        while (high - low > 1e-6)
        {
            if (lossLeft < lossRight)
            {
                (high, right, lossRight) = (right, left, lossLeft);
                left = high - ratio * (high - low);
                lossLeft = Loss(heldBack, Math.Exp(left));
            }
            else
            {
                (low, left, lossLeft) = (left, right, lossRight);
                right = low + ratio * (high - low);
                lossRight = Loss(heldBack, Math.Exp(right));
            }
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>The predictions with their logits divided by <paramref name="temperature"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A temperature that is not positive.</exception>
    public static Predictions Apply(Predictions predictions, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        var scores = new float[predictions.Scores.Length];
        for (var row = 0; row < predictions.Count; row++)
            Soften(predictions.ScoresOf(row), temperature, scores.AsSpan(row * predictions.Classes, predictions.Classes));
        return Predictions.From(predictions.Actual.ToArray(), scores, predictions.Classes, predictions.Positions.ToArray());
    }

    private static double Loss(Predictions predictions, double temperature)
    {
        var row = new float[predictions.Classes];
        var sum = 0.0;
        for (var i = 0; i < predictions.Count; i++)
        {
            Soften(predictions.ScoresOf(i), temperature, row);
            sum -= Math.Log(Math.Max(row[predictions.Actual[i]], 1e-15));
        }

        return sum / predictions.Count;
    }

    /// <summary>p^(1/T), normalised: the soft-max of the logits over T, since a logarithm of a probability is its logit but for a constant.</summary>
    private static void Soften(ReadOnlySpan<float> probabilities, double temperature, Span<float> result)
    {
        var highest = 0f;
        foreach (var p in probabilities)
            highest = Math.Max(highest, p);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            var weight = Math.Exp(Math.Log(Math.Max(probabilities[k], 1e-30f) / highest) / temperature);
            result[k] = (float)weight;
            sum += weight;
        }

        for (var k = 0; k < result.Length; k++)
            result[k] = (float)(result[k] / sum);
    }
}
