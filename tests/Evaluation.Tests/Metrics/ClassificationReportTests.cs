using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

/// <summary>
/// Expected: scikit-learn 1.2.1, precision_recall_fscore_support(Actual, Predicted, labels=range(5), zero_division=0) and the same
/// with average='macro' and 'weighted'.
/// </summary>
public class ClassificationReportTests
{
    [Fact]
    public void Scores_of_each_class_are_those_of_scikit_learn()
    {
        var report = Garments.Report;

        Assert.Equal(Garments.Names, report.Classes.Select(row => row.Name));
        AssertClose([0.5, 0.6666666666666666, 1, 0, 0], report.Classes.Select(row => row.Precision));
        AssertClose([0.6666666666666666, 1, 0.5, 0, 0], report.Classes.Select(row => row.Recall));
        AssertClose([0.5714285714285715, 0.8, 0.6666666666666666, 0, 0], report.Classes.Select(row => row.F1));
        Assert.Equal([3L, 2, 4, 0, 1], report.Classes.Select(row => row.Support));
    }

    [Fact]
    public void Averages_are_those_of_scikit_learn()
    {
        var report = Garments.Report;

        Assert.Equal(0.6, report.Accuracy, 12);
        AssertClose([0.4333333333333333, 0.4333333333333333, 0.4076190476190476], [report.Macro.Precision, report.Macro.Recall, report.Macro.F1]);
        AssertClose([0.6833333333333333, 0.6, 0.5980952380952381], [report.Weighted.Precision, report.Weighted.Recall, report.Weighted.F1]);
        Assert.Equal(10, report.Support);
        Assert.Equal(10, report.Weighted.Support);
    }

    [Fact]
    public void Names_must_fit_the_classes()
    {
        var error = Assert.Throws<ArgumentException>(() => ClassificationReport.From(Garments.Confusion, ["a", "b"]));
        Assert.StartsWith("A table of 5 classes needs as many names. Received: 2.", error.Message, StringComparison.Ordinal);
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        foreach (var (e, a) in expected.Zip(actual, (e, a) => (e, a)))
            Assert.Equal(e, a, 12);
        Assert.Equal(expected.Count(), actual.Count());
    }
}
