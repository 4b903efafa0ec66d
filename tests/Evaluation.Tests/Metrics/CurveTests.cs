using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

/// <summary>Expected: scikit-learn 1.2.1 on the six rows below, class against the rest, with roc_curve(..., drop_intermediate=False).</summary>
public class CurveTests
{
    private static readonly Predictions Six = Predictions.From(
        [0, 1, 2, 0, 1, 2], [.7f, .2f, .1f, .1f, .8f, .1f, .2f, .2f, .6f, .3f, .3f, .4f, .05f, .9f, .05f, .5f, .25f, .25f], 3);

    [Theory]
    [InlineData(0, 0.875, 0.8333333333333333)]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(2, 0.875, 0.8333333333333333)]
    public void Areas_are_those_of_scikit_learn(int k, double area, double averagePrecision)
    {
        Assert.Equal(area, RocCurve.Of(Six, k).Area, 12);
        Assert.Equal(averagePrecision, PrecisionRecallCurve.Of(Six, k).AveragePrecision, 12);
    }

    [Fact]
    public void Points_are_those_of_scikit_learn()
    {
        var roc = RocCurve.Of(Six, 2).Points;
        Assert.Equal([0.0, 0, 0.25, 0.25, 0.75, 1], roc.Select(p => p.X));
        Assert.Equal([0.0, 0.5, 0.5, 1, 1, 1], roc.Select(p => p.Y));
        Assert.Equal(.6f, roc[1].Threshold);

        var precisionRecall = PrecisionRecallCurve.Of(Six, 2).Points;
        Assert.Equal([0, 0.5, 0.5, 1, 1, 1], precisionRecall.Select(p => p.X));
        Assert.Equal([1, 1, 0.5, 2.0 / 3, 0.4, 1.0 / 3], precisionRecall.Select(p => p.Y));
    }

    [Fact]
    public void A_class_that_does_not_occur_has_no_curve_and_no_say_in_the_mean()
    {
        var predictions = Predictions.From([0, 1], [.6f, .3f, .1f, .2f, .7f, .1f], 3);

        Assert.True(double.IsNaN(RocCurve.Of(predictions, 2).Area));
        Assert.Empty(PrecisionRecallCurve.Of(predictions, 2).Points);
        Assert.Equal(1, RocCurve.MacroArea(predictions));
        Assert.Equal(1, PrecisionRecallCurve.MacroAverage(predictions));
        Assert.Throws<ArgumentOutOfRangeException>(() => RocCurve.Of(predictions, 3));
    }

    /// <summary>Expected: cohen_kappa_score and matthews_corrcoef.</summary>
    [Fact]
    public void Agreement_is_that_of_scikit_learn()
    {
        Assert.Equal(0.45945945945945954, Agreement.CohensKappa(Garments.Confusion), 12);
        Assert.Equal(0.4857142857142857, Agreement.MatthewsCorrelation(Garments.Confusion), 12);
        Assert.Equal(0, Agreement.MatthewsCorrelation(ConfusionCounts.From(new long[,] { { 3, 0 }, { 2, 0 } })));
        Assert.True(double.IsNaN(Agreement.CohensKappa(ConfusionCounts.From(new long[,] { { 3, 0 }, { 0, 0 } }))));
    }

    /// <summary>Expected: by hand; two rows each in the bins up to 0.6 (both wrong), 0.8 and 1 (all right).</summary>
    [Fact]
    public void Calibration_error_is_the_mean_gap()
    {
        var calibration = Calibration.Of(Six, bins: 5);

        Assert.Equal([0, 0, 2, 2, 2], calibration.Bins.Select(bin => bin.Count));
        Assert.Equal((0.45 + 0.35 + 0.15) / 3, calibration.ExpectedError, 6);
        Assert.Equal(0.45, calibration.MaximumError, 6);
        Assert.Equal((0.4, 0.6), (calibration.Bins[2].Lower, calibration.Bins[2].Upper));
    }

    [Fact]
    public void Bootstrap_agrees_with_wilson_and_repeats_itself()
    {
        var predictions = SampleRun.Predictions;
        var wilson = Interval.Wilson(SampleRun.Confusion.Correct, SampleRun.Confusion.Total);
        var bootstrap = Bootstrap.Of(predictions, counts => counts.Accuracy, seed: 3);

        Assert.Equal(wilson.Lower, bootstrap.Lower, 0.004);
        Assert.Equal(wilson.Upper, bootstrap.Upper, 0.004);
        Assert.Equal(bootstrap, Bootstrap.Of(predictions, counts => counts.Accuracy, seed: 3));
        Assert.NotEqual(bootstrap, Bootstrap.Of(predictions, counts => counts.Accuracy, seed: 4));
        Assert.Throws<ArgumentException>(() => Bootstrap.Of(Predictions.From([], [], 2), counts => counts.Accuracy));
    }
}
