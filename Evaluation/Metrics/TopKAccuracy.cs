namespace MlNetFashion.Evaluation;

/// <summary>The share of rows whose true class is among the k highest scores.</summary>
public static class TopKAccuracy
{
    /// <summary>
    /// The share for <paramref name="k"/>. Of equal scores the earlier class ranks first, so that k = 1 is the accuracy. 0 without rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not between 1 and the number of classes.</exception>
    public static double Of(Predictions predictions, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, predictions.Classes);
        if (predictions.Count == 0)
            return 0;

        var hits = 0;
        for (var row = 0; row < predictions.Count; row++)
        {
            if (RankOfTruth(predictions, row) < k)
                hits++;
        }

        return (double)hits / predictions.Count;
    }

    private static int RankOfTruth(Predictions predictions, int row)
    {
        var scores = predictions.ScoresOf(row);
        var truth = predictions.Actual[row];
        var rank = 0;
        for (var k = 0; k < scores.Length; k++)
        {
            if (scores[k] > scores[truth] || (scores[k] == scores[truth] && k < truth))
                rank++;
        }

        return rank;
    }
}
