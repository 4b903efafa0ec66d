namespace Microsoft.ML.Data;

/// <summary>How well a classifier of several classes did on a test set.</summary>
public sealed class MulticlassClassificationMetrics
{
    internal MulticlassClassificationMetrics(
        double microAccuracy,
        double macroAccuracy,
        double logLoss,
        double logLossReduction,
        double[] perClassLogLoss,
        int topKPredictionCount,
        double[]? topKAccuracies,
        ConfusionMatrix confusionMatrix)
    {
        MicroAccuracy = microAccuracy;
        MacroAccuracy = macroAccuracy;
        LogLoss = logLoss;
        LogLossReduction = logLossReduction;
        PerClassLogLoss = Array.AsReadOnly(perClassLogLoss);
        TopKPredictionCount = topKPredictionCount;
        TopKAccuracyForAllK = topKAccuracies is null ? null! : Array.AsReadOnly(topKAccuracies);
        ConfusionMatrix = confusionMatrix;
    }

    /// <summary>
    /// The mean over the rows of minus the natural logarithm of the probability given to the true class, which is clamped to [1e-15, 1]. Lower is better.
    /// </summary>
    public double LogLoss { get; }

    /// <summary>The part of the entropy of the test labels that the scores explain: (entropy - log loss) / entropy. One is perfect, zero is no better than the class shares.</summary>
    public double LogLossReduction { get; }

    /// <summary>The mean of the classes' accuracies, over the classes that the test set holds.</summary>
    public double MacroAccuracy { get; }

    /// <summary>The share of rows whose greatest score is their class's.</summary>
    public double MicroAccuracy { get; }

    /// <summary>The share of rows whose class is among the <see cref="TopKPredictionCount"/> greatest scores; 0 where none was asked for.</summary>
    public double TopKAccuracy => TopKAccuracyForAllK is { Count: > 0 } all ? all[^1] : 0;

    /// <summary>How many of the greatest scores <see cref="TopKAccuracy"/> looks at.</summary>
    public int TopKPredictionCount { get; }

    /// <summary>The shares of rows whose class is among the 1, 2, ... <see cref="TopKPredictionCount"/> greatest scores; null where none was asked for.</summary>
    public IReadOnlyList<double> TopKAccuracyForAllK { get; }

    /// <summary>The log loss over the rows of each class; 0 for a class without rows.</summary>
    public IReadOnlyList<double> PerClassLogLoss { get; }

    /// <summary>How often each class was taken for each other.</summary>
    public ConfusionMatrix ConfusionMatrix { get; }
}
