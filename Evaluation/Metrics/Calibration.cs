using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Whether a model is as often right as it says (C. Guo et al., "On calibration of modern neural networks", 2017): rows are put into bins of
/// equal width by the score of the predicted class.
/// </summary>
/// <param name="Bins">From confidence 0 to 1.</param>
/// <param name="ExpectedError">ECE: the mean over rows of |accuracy − confidence| of their bin.</param>
/// <param name="MaximumError">MCE: the largest such gap of any bin with rows.</param>
public sealed record Calibration(ImmutableArray<CalibrationBin> Bins, double ExpectedError, double MaximumError)
{
    /// <summary>The calibration over <paramref name="bins"/> bins, 15 by default. The scores should be probabilities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bin.</exception>
    public static Calibration Of(Predictions predictions, int bins = 15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        var correct = new int[bins];
        var confidence = new double[bins];
        for (var row = 0; row < predictions.Count; row++)
        {
            double score = predictions.Confidence(row);
            var bin = Math.Clamp((int)Math.Ceiling(score * bins) - 1, 0, bins - 1);
            counts[bin]++;
            confidence[bin] += score;
            if (predictions.IsCorrect(row))
                correct[bin]++;
        }

        var result = Enumerable.Range(0, bins)
            .Select(i => new CalibrationBin(
                (double)i / bins, (i + 1.0) / bins, counts[i], confidence[i] / counts[i], (double)correct[i] / counts[i]))
            .ToImmutableArray();
        var filled = result.Where(bin => bin.Count > 0).ToList();
        return new Calibration(
            result,
            filled.Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.Confidence)) / Math.Max(1, predictions.Count),
            filled.Select(bin => Math.Abs(bin.Accuracy - bin.Confidence)).DefaultIfEmpty(0).Max());
    }
}
