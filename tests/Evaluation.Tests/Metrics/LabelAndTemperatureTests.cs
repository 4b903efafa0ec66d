using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

public class LabelAndTemperatureTests
{
    [Fact]
    public void A_temperature_undoes_itself()
    {
        var fitted = TemperatureScaling.Fit(SampleRun.Predictions);
        var doubled = TemperatureScaling.Apply(SampleRun.Predictions, 2);

        Assert.Equal(fitted / 2, TemperatureScaling.Fit(doubled), 0.01);
        Assert.Equal(SampleRun.Predictions.Predicted, doubled.Predicted);
        Assert.True(doubled.AreProbabilities);
        Assert.True(LogLoss.Mean(TemperatureScaling.Apply(SampleRun.Predictions, fitted)) < LogLoss.Mean(SampleRun.Predictions));
        Assert.Equal(1, TemperatureScaling.Fit(TemperatureScaling.Apply(SampleRun.Predictions, fitted)), 0.01);
    }

    [SkippableFact]
    public void Temperature_is_where_scipy_finds_the_least_loss()
    {
        var answer = ScikitLearn.Ask(
            """
            from scipy.optimize import minimize_scalar
            y = np.array(given["actual"]); s = np.array(given["scores"], dtype=np.float32).reshape(len(y), -1).astype(float)
            def loss(t):
                z = np.log(np.maximum(s, 1e-30)) / t
                z -= z.max(1, keepdims=True)
                return (np.log(np.exp(z).sum(1)) - z[np.arange(len(y)), y]).mean()
            answer["temperature"] = minimize_scalar(loss, bounds=(.05, 20), method="bounded", options={"xatol": 1e-8}).x
            """,
            new { actual = SampleRun.Predictions.Actual.ToArray(), scores = SampleRun.Predictions.Scores.ToArray() });
        Assert.Equal(answer.GetProperty("temperature").GetDouble(), TemperatureScaling.Fit(SampleRun.Predictions), 0.001);
    }

    [Fact]
    public void Margins_have_no_temperature()
    {
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit(Predictions.From([0], [2f, -1f], 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TemperatureScaling.Apply(SampleRun.Predictions, 0));
    }

    /// <summary>
    /// By hand: rows labelled 0 get 0.9, 0.8, 0.1 for class 0, mean 0.6; rows labelled 1 get 0.9, 0.7, 0.6, 0.4 for class 1, mean 0.65. Row 2
    /// reaches 0.9 for class 1; row 6 has 0.6 for class 0, just its threshold; row 5, at 0.6, is confident of neither.
    /// </summary>
    [Fact]
    public void Labels_that_the_model_contradicts_are_found()
    {
        var predictions = Predictions.From(
            [0, 0, 0, 1, 1, 1, 1],
            [.9f, .1f, .8f, .2f, .1f, .9f, .1f, .9f, .3f, .7f, .4f, .6f, .61f, .39f], 2, [10, 11, 12, 13, 14, 15, 16]);
        var found = SuspiciousLabels.Find(predictions);

        Assert.Equal([(12, 0, 1), (16, 1, 0)], found.Select(s => (s.Position, s.Label, s.Suggested)));
        Assert.Equal(.8f, found[0].Margin, 5);
    }
}
