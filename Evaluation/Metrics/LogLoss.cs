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

    /// <summary>−ln of the true class's score of one row.</summary>
    public static double OfRow(Predictions predictions, int row) =>
        -Math.Log(Math.Clamp(predictions.ScoresOf(row)[predictions.Actual[row]], Smallest, 1f));
}
