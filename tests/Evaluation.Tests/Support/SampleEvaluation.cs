using Microsoft.ML;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>The predictions of <see cref="SampleRun"/>, judged.</summary>
internal static class SampleEvaluation
{
    public static TestEvaluation Value { get; } = HoldOut.Evaluate(new MLContext(1), new ScoredRowsView(new ScoredRows(
        [.. SampleRun.Predictions.Actual.ToArray().Select(k => (float)k)], SampleRun.Predictions.Scores.ToArray(), 10, SampleRun.Names)));
}
