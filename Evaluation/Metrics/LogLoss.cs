namespace MlNetFashion.Evaluation;

/// <summary>
/// The mean of −ln p over rows, p being the score of the true class, in nats. As ML.NET computes it: the single-precision score is
/// brought into [1e-15, 1] and is not normalised, so that it says little about scores that are no probabilities.
/// </summary>
public static class LogLoss
{
    private const float Smallest = 1e-15f;

    /// <summary>The mean over all rows; 0 without rows.</summary>
    public static double Mean(Predictions predictions)
    {
        double sum = 0;
        for (var row = 0; row < predictions.Count; row++)
            sum += OfRow(predictions, row);
        return predictions.Count == 0 ? 0 : sum / predictions.Count;
    }

    /// <summary>The mean over the rows of each class, in class order; 0 for a class without rows.</summary>
    public static double[] PerClass(Predictions predictions)
    {
        var sums = new double[predictions.Classes];
        var counts = new int[predictions.Classes];
        for (var row = 0; row < predictions.Count; row++)
        {
            var k = predictions.Actual[row];
            sums[k] += OfRow(predictions, row);
            counts[k]++;
        }

        for (var k = 0; k < sums.Length; k++)
            sums[k] = counts[k] == 0 ? 0 : sums[k] / counts[k];
        return sums;
    }

    /// <summary>
    /// How much smaller the mean is than that of a model which knows nothing but how often each class occurs: 1 − mean / H, H being the
    /// entropy of the true classes. 1 is perfect, 0 no better than the frequencies. NaN or infinite where only one class occurs, as in ML.NET.
    /// </summary>
    public static double Reduction(Predictions predictions)
    {
        var entropy = 0.0;
        foreach (var count in predictions.Actual.ToArray().CountBy(k => k))
        {
            var share = (double)count.Value / predictions.Count;
            entropy -= share * Math.Log(share);
        }

        return (entropy - Mean(predictions)) / entropy;
    }

    /// <summary>−ln of the true class's score of one row.</summary>
    public static double OfRow(Predictions predictions, int row) =>
        -Math.Log(Math.Clamp(predictions.ScoresOf(row)[predictions.Actual[row]], Smallest, 1f));
}
