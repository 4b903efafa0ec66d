namespace Microsoft.ML.Data;

/// <summary>How well a regression did on a test set.</summary>
public sealed class RegressionMetrics
{
    internal RegressionMetrics(double meanAbsoluteError, double meanSquaredError, double rSquared, double lossFunction)
    {
        MeanAbsoluteError = meanAbsoluteError;
        MeanSquaredError = meanSquaredError;
        RSquared = rSquared;
        LossFunction = lossFunction;
    }

    /// <summary>The mean distance of score and label.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The mean squared distance of score and label.</summary>
    public double MeanSquaredError { get; }

    /// <summary>The square root of the mean squared distance.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>The mean loss; the squared distance, in single precision as trainers see it.</summary>
    public double LossFunction { get; }

    /// <summary>The share of the labels' variance that the scores explain: 1 is perfect, 0 no better than the mean.</summary>
    public double RSquared { get; }
}
