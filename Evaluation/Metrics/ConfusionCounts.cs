namespace MlNetFashion.Evaluation;

/// <summary>How often each class was taken for each other: a square table of counts, rows = true class, columns = predicted class.</summary>
public sealed class ConfusionCounts
{
    private readonly long[] _counts;

    /// <summary>Takes over <paramref name="counts"/>, row by row.</summary>
    internal ConfusionCounts(long[] counts, int classes)
    {
        _counts = counts;
        Classes = classes;
    }

    /// <summary>The number of classes: rows and columns of the table.</summary>
    public int Classes { get; }

    /// <summary>The number of rows of class <paramref name="actual"/> that were taken for class <paramref name="predicted"/>.</summary>
    public long this[int actual, int predicted] => _counts[actual * Classes + predicted];

    /// <summary>All rows counted.</summary>
    public long Total => _counts.Sum();

    /// <summary>The rows on the diagonal.</summary>
    public long Correct => Enumerable.Range(0, Classes).Sum(k => this[k, k]);

    /// <summary>Correct / Total; 0 for an empty table.</summary>
    public double Accuracy => Ratio(Correct, Total);

    /// <summary>Counts two lists of class indices of equal length.</summary>
    /// <param name="actual">True classes, 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="predicted">Predicted classes, as many.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index outside the range.</exception>
    public static ConfusionCounts From(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (actual.Length != predicted.Length)
        {
            throw new ArgumentException(
                $"As many predictions as true classes are needed. Received: {predicted.Length} and {actual.Length}.", nameof(predicted));
        }

        var counts = new long[classes * classes];
        for (var i = 0; i < actual.Length; i++)
        {
            RequireClass(actual[i], classes, nameof(actual));
            RequireClass(predicted[i], classes, nameof(predicted));
            counts[actual[i] * classes + predicted[i]]++;
        }

        return new ConfusionCounts(counts, classes);
    }

    /// <summary>The table <paramref name="counts"/>, [true class, predicted class].</summary>
    /// <exception cref="ArgumentException">A table that is not square, is empty, or holds a negative count.</exception>
    public static ConfusionCounts From(long[,] counts)
    {
        var classes = counts.GetLength(0);
        if (classes == 0 || counts.GetLength(1) != classes)
        {
            throw new ArgumentException(
                $"A confusion table is square and not empty. Received: {classes} by {counts.GetLength(1)}.", nameof(counts));
        }

        var flat = counts.Cast<long>().ToArray();
        if (flat.Any(count => count < 0))
            throw new ArgumentException($"A count is 0 or more. Received: {flat.Min()}.", nameof(counts));
        return new ConfusionCounts(flat, classes);
    }

    /// <summary>Rows whose true class is <paramref name="actual"/>: its support.</summary>
    public long Support(int actual) => Enumerable.Range(0, Classes).Sum(k => this[actual, k]);

    /// <summary>Rows taken for class <paramref name="predicted"/>, rightly or not.</summary>
    public long Predicted(int predicted) => Enumerable.Range(0, Classes).Sum(k => this[k, predicted]);

    /// <summary>The share of class <paramref name="actual"/>'s rows that went to <paramref name="predicted"/>; 0 where it has none.</summary>
    public double RowFraction(int actual, int predicted) => Ratio(this[actual, predicted], Support(actual));

    /// <summary>Of the rows taken for class <paramref name="k"/>, the share that is; 0 where there are none.</summary>
    public double Precision(int k) => Ratio(this[k, k], Predicted(k));

    /// <summary>Of the rows of class <paramref name="k"/>, the share that was found; 0 where there are none.</summary>
    public double Recall(int k) => Ratio(this[k, k], Support(k));

    /// <summary>The harmonic mean of precision and recall, 2·TP / (support + predicted); 0 where both are 0.</summary>
    public double F1(int k) => Ratio(2 * this[k, k], Support(k) + Predicted(k));

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static void RequireClass(int value, int classes, string argument)
    {
        if ((uint)value >= (uint)classes)
            throw new ArgumentOutOfRangeException(argument, value, $"A class index lies between 0 and {classes - 1}.");
    }
}
