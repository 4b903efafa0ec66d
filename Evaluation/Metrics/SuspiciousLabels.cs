using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Rows whose label is probably wrong, by confident learning (C. Northcutt, L. Jiang, I. Chuang, "Confident learning: estimating uncertainty in
/// dataset labels", JAIR 70, 2021). The predictions must come from models that were not trained on the rows, as cross-validation gives them.
/// </summary>
public static class SuspiciousLabels
{
    /// <summary>
    /// The rows that a model counts confidently to another class: the probability of that class is at least the mean that rows labelled so
    /// get, and of all such classes it is the most probable.
    /// </summary>
    /// <returns>The most suspicious first: by the probability of the suggested class less that of the label.</returns>
    public static ImmutableArray<SuspiciousLabel> Find(Predictions predictions)
    {
        var thresholds = new double[predictions.Classes];
        var counts = new int[predictions.Classes];
        for (var row = 0; row < predictions.Count; row++)
        {
            var k = predictions.Actual[row];
            thresholds[k] += predictions.ScoresOf(row)[k];
            counts[k]++;
        }

        for (var k = 0; k < thresholds.Length; k++)
            thresholds[k] = counts[k] == 0 ? double.PositiveInfinity : thresholds[k] / counts[k];

        var found = new List<SuspiciousLabel>();
        for (var row = 0; row < predictions.Count; row++)
        {
            var scores = predictions.ScoresOf(row);
            var label = predictions.Actual[row];
            var best = -1;
            for (var k = 0; k < scores.Length; k++)
            {
                if (scores[k] >= thresholds[k] && (best < 0 || scores[k] > scores[best]))
                    best = k;
            }

            if (best >= 0 && best != label)
                found.Add(new SuspiciousLabel(predictions.Positions[row], label, best, scores[best] - scores[label]));
        }

        return [.. found.OrderByDescending(suspicion => suspicion.Margin).ThenBy(suspicion => suspicion.Position)];
    }
}
