using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

public class ConfusionCountsTests
{
    /// <summary>Expected: scikit-learn 1.2.1, confusion_matrix(Actual, Predicted).</summary>
    [Fact]
    public void Counts_rows_by_true_class_and_columns_by_predicted_class()
    {
        long[,] expected = { { 2, 1, 0, 0, 0 }, { 0, 2, 0, 0, 0 }, { 1, 0, 2, 1, 0 }, { 0, 0, 0, 0, 0 }, { 1, 0, 0, 0, 0 } };
        var counts = Garments.Confusion;

        for (var actual = 0; actual < 5; actual++)
        {
            for (var predicted = 0; predicted < 5; predicted++)
                Assert.Equal(expected[actual, predicted], counts[actual, predicted]);
        }

        Assert.Equal(10, counts.Total);
        Assert.Equal(6, counts.Correct);
        Assert.Equal(0.6, counts.Accuracy, 12);
        Assert.Equal(0.25, counts.RowFraction(2, 3), 12);
    }

    [Fact]
    public void What_is_divided_by_zero_is_zero()
    {
        var counts = Garments.Confusion;

        Assert.Equal(0, counts.Recall(3));
        Assert.Equal(0, counts.Precision(4));
        Assert.Equal(0, counts.F1(4));
        Assert.Equal(0, counts.RowFraction(3, 0));
        Assert.Equal(0, ConfusionCounts.From([], [], 2).Accuracy);
    }

    [Fact]
    public void A_table_made_of_counts_equals_one_made_of_rows()
    {
        var counts = ConfusionCounts.From(new long[,] { { 3, 1 }, { 0, 2 } });

        Assert.Equal((4, 2, 3, 3), (counts.Support(0), counts.Support(1), counts.Predicted(0), counts.Predicted(1)));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.From(new long[,] { { 1, 2 } }));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.From(new long[,] { { -1 } }));
    }

    [Fact]
    public void Lists_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ConfusionCounts.From([0, 1], [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionCounts.From([0, 2], [0, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionCounts.From([0, 1], [0, -1], 2));
    }
}
