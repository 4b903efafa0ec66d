namespace MlNetFashion.Evaluation.Tests.Metrics;

public class PredictionsTests
{
    private static readonly float[] Scores =
        [.7f, .2f, .1f, .1f, .8f, .1f, .2f, .2f, .6f, .3f, .3f, .4f, .05f, .9f, .05f, .5f, .25f, .25f];

    private static Predictions Six => Predictions.From([0, 1, 2, 0, 1, 2], [.. Scores], 3);

    [Fact]
    public void The_first_highest_score_is_the_prediction()
    {
        Assert.Equal([0, 1, 2, 2, 1, 0], Six.Predicted.ToArray());
        Assert.Equal([1], Predictions.From([0], [.1f, .4f, .4f], 3).Predicted.ToArray());
        Assert.Equal(.4f, Six.Confidence(3));
        Assert.False(Six.IsCorrect(3));
        Assert.Equal([0, 1, 2, 3, 4, 5], Six.Positions.ToArray());
    }

    [Fact]
    public void Margins_are_told_from_probabilities()
    {
        Assert.True(Six.AreProbabilities);
        Assert.False(Predictions.From([0], [2f, -1f], 2).AreProbabilities);
        Assert.False(Predictions.From([0], [.3f, .3f], 2).AreProbabilities);
    }

    /// <summary>Expected: scikit-learn 1.2.1, log_loss(labels, scores, eps=1e-15); 1e-6 for its single-precision scores.</summary>
    [Fact]
    public void Log_loss_is_that_of_scikit_learn()
    {
        Assert.Equal(0.6310453000204309, LogLoss.Mean(Six), 6);
        var perClass = LogLoss.PerClass(Six);
        Assert.Equal(LogLoss.Mean(Six), perClass.Average(), 12);
        Assert.Equal(-(Math.Log(.7f) + Math.Log(.3f)) / 2, perClass[0], 12);
    }

    [Fact]
    public void Log_loss_of_an_impossible_class_is_that_of_1e_minus_15()
    {
        Assert.Equal(34.538776, LogLoss.Mean(Predictions.From([1], [1f, 0f], 2)), 6);
        Assert.Equal(0, LogLoss.Mean(Predictions.From([0], [3f, -1f], 2)));
        Assert.Equal(0, LogLoss.Mean(Predictions.From([], [], 2)));
    }

    /// <summary>Expected: scikit-learn 1.2.1, top_k_accuracy_score(labels, scores, k=k) for k of 1 and 2.</summary>
    [Fact]
    public void Top_k_is_that_of_scikit_learn()
    {
        Assert.Equal(4.0 / 6, TopKAccuracy.Of(Six, 1), 12);
        Assert.Equal(5.0 / 6, TopKAccuracy.Of(Six, 2), 12);
        Assert.Equal(1, TopKAccuracy.Of(Six, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopKAccuracy.Of(Six, 4));
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Predictions.From([0, 1], [1f, 0f], 2));
        Assert.Throws<ArgumentException>(() => Predictions.From([0], [1f, 0f], 2, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Predictions.From([2], [1f, 0f], 2));
    }
}
