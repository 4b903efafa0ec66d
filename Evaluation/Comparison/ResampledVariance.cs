namespace MlNetFashion.Evaluation;

/// <summary>
/// The variance of a mean over folds, corrected for the rows that folds share (C. Nadeau and Y. Bengio, "Inference for the generalization
/// error", Machine Learning 52, 2003): (1/J + n_test/n_train) s² in place of s²/J. Folds trained on much the same rows vary less than models of
/// fresh rows would, so without the correction intervals are too narrow, and the more so the more often folds are repeated.
/// </summary>
internal static class ResampledVariance
{
    /// <summary>The standard error of the mean.</summary>
    /// <param name="standardDeviation">Of the folds' figures, s.</param>
    /// <param name="folds">How many folds, J.</param>
    /// <param name="trainRows">Rows trained on in a fold, n_train.</param>
    /// <param name="testRows">Rows judged in a fold, n_test.</param>
    public static double StandardError(double standardDeviation, int folds, double trainRows, double testRows) =>
        Math.Sqrt(1.0 / folds + testRows / trainRows) * standardDeviation;
}
