namespace Microsoft.ML.Data;

/// <summary>How often rows of one class were predicted to be of another.</summary>
public sealed class ConfusionMatrix
{
    private readonly string[] _classNames;
    private readonly bool _isBinary;

    internal ConfusionMatrix(double[][] counts, string[] classNames, bool isBinary = false)
    {
        _isBinary = isBinary;
        _classNames = classNames;
        NumberOfClasses = counts.Length;
        Counts = Array.AsReadOnly(Array.ConvertAll<double[], IReadOnlyList<double>>(counts, Array.AsReadOnly));
        var precision = new double[counts.Length];
        var recall = new double[counts.Length];
        for (int k = 0; k < counts.Length; k++)
        {
            precision[k] = Share(counts[k][k], counts.Sum(row => row[k]));
            recall[k] = Share(counts[k][k], counts[k].Sum());
        }

        PerClassPrecision = Array.AsReadOnly(precision);
        PerClassRecall = Array.AsReadOnly(recall);
    }

    /// <summary>For each class the share of right ones among the rows predicted to be of it; 0 where none was.</summary>
    public IReadOnlyList<double> PerClassPrecision { get; }

    /// <summary>For each class the share of its rows that were predicted to be of it; 0 where it has none.</summary>
    public IReadOnlyList<double> PerClassRecall { get; }

    /// <summary>Row counts <c>[actual class][predicted class]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Counts { get; }

    /// <summary>The number of classes: the number of scores.</summary>
    public int NumberOfClasses { get; }

    /// <summary>The rows of class <paramref name="actualClassIndicatorIndex"/> that were predicted to be of class <paramref name="predictedClassIndicatorIndex"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not 0 to <see cref="NumberOfClasses"/> - 1.</exception>
    public double GetCountForClassPair(int predictedClassIndicatorIndex, int actualClassIndicatorIndex)
    {
        Check(predictedClassIndicatorIndex, nameof(predictedClassIndicatorIndex));
        Check(actualClassIndicatorIndex, nameof(actualClassIndicatorIndex));
        return Counts[actualClassIndicatorIndex][predictedClassIndicatorIndex];
    }

    /// <summary>The counts as a table to print, with precision and recall at its sides.</summary>
    public string GetFormattedConfusionTable() => ConfusionTableText.Format(this, _classNames, _isBinary);

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private void Check(int index, string name)
    {
        if (index < 0 || index >= NumberOfClasses)
            throw new ArgumentOutOfRangeException(name, "Invalid index. Should be non-negative, less than the number of classes.");
    }
}
