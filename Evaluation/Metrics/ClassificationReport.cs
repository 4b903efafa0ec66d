using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Precision, recall and F1 per class with their averages, as scikit-learn's <c>classification_report</c> defines them with
/// <c>zero_division=0</c>: what is divided by zero counts as 0.
/// </summary>
/// <param name="Classes">One row a class, in class order.</param>
/// <param name="Accuracy">The share of rows classified rightly, which is also the micro average of all three scores.</param>
/// <param name="Macro">The mean over classes, each counting the same.</param>
/// <param name="Weighted">The mean over classes, each counting by its support.</param>
public sealed record ClassificationReport(
    ImmutableArray<ClassScores> Classes, double Accuracy, ClassScores Macro, ClassScores Weighted)
{
    /// <summary>The mean over rows, each counting the same: where every row has one class, all three scores are the accuracy.</summary>
    public ClassScores Micro => new("micro avg", Accuracy, Accuracy, Accuracy, Support);

    /// <summary>The number of rows judged.</summary>
    public long Support => Macro.Support;

    /// <summary>The report of a confusion table.</summary>
    /// <param name="counts">The table.</param>
    /// <param name="classNames">One name a class, in class order.</param>
    /// <exception cref="ArgumentException">More or fewer names than classes.</exception>
    public static ClassificationReport From(ConfusionCounts counts, IReadOnlyList<string> classNames)
    {
        if (classNames.Count != counts.Classes)
        {
            throw new ArgumentException(
                $"A table of {counts.Classes} classes needs as many names. Received: {classNames.Count}.", nameof(classNames));
        }

        var classes = Enumerable.Range(0, counts.Classes)
            .Select(k => new ClassScores(classNames[k], counts.Precision(k), counts.Recall(k), counts.F1(k), counts.Support(k)))
            .ToImmutableArray();
        return new ClassificationReport(
            classes,
            counts.Accuracy,
            Average("macro avg", classes, _ => 1, counts.Total),
            Average("weighted avg", classes, row => row.Support, counts.Total));
    }

    private static ClassScores Average(string name, ImmutableArray<ClassScores> classes, Func<ClassScores, double> weight, long total)
    {
        var sum = classes.Sum(weight);
        return new ClassScores(name, Mean(row => row.Precision), Mean(row => row.Recall), Mean(row => row.F1), total);

        double Mean(Func<ClassScores, double> score) => sum == 0 ? 0 : classes.Sum(row => score(row) * weight(row)) / sum;
    }
}
