namespace Microsoft.ML.Data;

/// <summary>How well a binary classifier with probabilities did on a test set.</summary>
public sealed class CalibratedBinaryClassificationMetrics : BinaryClassificationMetrics
{
    internal CalibratedBinaryClassificationMetrics(BinaryCounts counts)
        : base(counts)
    {
        double share = (counts.Confusion[0][0] + counts.Confusion[0][1]) / counts.Rows;
        Entropy = -(share * Math.Log2(share)) - ((1 - share) * Math.Log2(1 - share));
        LogLoss = counts.Loss / counts.Rows;
        LogLossReduction = (Entropy - LogLoss) / Entropy;
    }

    /// <summary>The mean of minus the binary logarithm of the probability given to the true class.</summary>
    public double LogLoss { get; }

    /// <summary>The part of the labels' entropy that the probabilities explain.</summary>
    public double LogLossReduction { get; }

    /// <summary>The entropy of the test labels, in bits.</summary>
    public double Entropy { get; }
}
