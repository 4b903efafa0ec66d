using MathNet.Numerics.Distributions;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The corrected resampled t-test (C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003): two models
/// compared over the same folds. The training sets of folds overlap, so the plain t-test takes chance for a difference; the correction widens
/// the variance by the ratio of test to training rows.
/// </summary>
/// <param name="MeanDifference">The mean over folds of first minus second.</param>
/// <param name="T">The statistic; 0 where all differences are 0, infinite where all are equal and not 0.</param>
/// <param name="DegreesOfFreedom">Folds − 1.</param>
/// <param name="PValue">The chance of a difference at least this large between equal models, two-sided.</param>
public sealed record ResampledTTest(double MeanDifference, double T, int DegreesOfFreedom, double PValue)
{
    /// <summary>Compares two models by a figure measured on the same folds.</summary>
    /// <param name="first">The first model's figure, fold by fold; at least two folds.</param>
    /// <param name="second">The second's, on the same folds.</param>
    /// <param name="trainRows">Rows trained on in a fold.</param>
    /// <param name="testRows">Rows judged in a fold.</param>
    /// <exception cref="ArgumentException">Lists of different length, or fewer than two folds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one training or test row.</exception>
    public static ResampledTTest Of(IReadOnlyList<double> first, IReadOnlyList<double> second, int trainRows, int testRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trainRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(testRows, 1);
        if (first.Count != second.Count || first.Count < 2)
        {
            throw new ArgumentException(
                $"Both models need a figure for each of the same folds, at least 2. Received: {first.Count} and {second.Count}.", nameof(second));
        }

        var spread = Spread.Of([.. first.Zip(second, (a, b) => a - b)]);
        var scale = ResampledVariance.StandardError(spread.StandardDeviation, spread.Count, trainRows, testRows);
        var t = spread.Mean == 0 ? 0 : spread.Mean / scale;
        var p = double.IsInfinity(t) ? 0 : 2 * StudentT.CDF(0, 1, spread.Count - 1, -Math.Abs(t));
        return new ResampledTTest(spread.Mean, t, spread.Count - 1, p);
    }
}
