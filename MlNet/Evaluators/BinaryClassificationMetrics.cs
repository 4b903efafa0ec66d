namespace Microsoft.ML.Data;

/// <summary>How well a binary classifier did on a test set.</summary>
public class BinaryClassificationMetrics
{
    internal BinaryClassificationMetrics(BinaryCounts counts)
    {
        double truePositive = counts.Confusion[0][0], falseNegative = counts.Confusion[0][1];
        double falsePositive = counts.Confusion[1][0], trueNegative = counts.Confusion[1][1];
        Accuracy = (truePositive + trueNegative) / counts.Rows;
        ConfusionMatrix = new ConfusionMatrix(counts.Confusion, ["positive", "negative"], isBinary: true);
        PositivePrecision = ConfusionMatrix.PerClassPrecision[0];
        PositiveRecall = ConfusionMatrix.PerClassRecall[0];
        NegativePrecision = ConfusionMatrix.PerClassPrecision[1];
        NegativeRecall = ConfusionMatrix.PerClassRecall[1];
        F1Score = 2 * truePositive / ((2 * truePositive) + falsePositive + falseNegative);
        (AreaUnderRocCurve, AreaUnderPrecisionRecallCurve) = counts.Areas();
    }

    /// <summary>The chance that a positive row scores above a negative one; equal scores count half.</summary>
    public double AreaUnderRocCurve { get; }

    /// <summary>The share of rows that were predicted right.</summary>
    public double Accuracy { get; }

    /// <summary>The share of positive rows among those predicted to be.</summary>
    public double PositivePrecision { get; }

    /// <summary>The share of positive rows that were predicted to be.</summary>
    public double PositiveRecall { get; }

    /// <summary>The share of negative rows among those predicted to be.</summary>
    public double NegativePrecision { get; }

    /// <summary>The share of negative rows that were predicted to be.</summary>
    public double NegativeRecall { get; }

    /// <summary>The harmonic mean of positive precision and recall.</summary>
    public double F1Score { get; }

    /// <summary>The area under the curve of precision over recall, with straight lines between the rows in the order of their scores.</summary>
    public double AreaUnderPrecisionRecallCurve { get; }

    /// <summary>Right and wrong predictions; the positive class comes first.</summary>
    public ConfusionMatrix ConfusionMatrix { get; }
}
