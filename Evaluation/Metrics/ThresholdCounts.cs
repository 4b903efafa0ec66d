namespace MlNetFashion.Evaluation;

/// <summary>
/// One class against all others, at every threshold that its scores tell apart, from the strictest down: how many rows are taken for the
/// class, rightly and wrongly. Rows of equal score pass together.
/// </summary>
internal sealed class ThresholdCounts
{
    private ThresholdCounts(long positives, long negatives, List<(float Threshold, long True, long False)> steps)
    {
        Positives = positives;
        Negatives = negatives;
        Steps = steps;
    }

    public long Positives { get; }

    public long Negatives { get; }

    /// <summary>Rows with at least this score: those of the class, and others.</summary>
    public IReadOnlyList<(float Threshold, long True, long False)> Steps { get; }

    public static ThresholdCounts Of(Predictions predictions, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, predictions.Classes);
        var scores = new float[predictions.Count];
        var isClass = new bool[predictions.Count];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = -predictions.ScoresOf(row)[k];
            isClass[row] = predictions.Actual[row] == k;
        }

        Array.Sort(scores, isClass);
        var steps = new List<(float, long, long)>();
        long positives = 0, negatives = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (isClass[i])
                positives++;
            else
                negatives++;
            if (i == scores.Length - 1 || scores[i + 1] != scores[i])
                steps.Add((-scores[i], positives, negatives));
        }

        return new ThresholdCounts(positives, negatives, steps);
    }
}
