using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>Precision against recall of one class against all others, as scikit-learn's <c>precision_recall_curve</c>.</summary>
/// <param name="Points">From recall 0 (precision 1 by convention) to recall 1: x recall, y precision.</param>
/// <param name="AveragePrecision">
/// Σ (recall step) · precision, without interpolation, as scikit-learn's <c>average_precision_score</c>. NaN where the class has no rows.
/// </param>
public sealed record PrecisionRecallCurve(ImmutableArray<CurvePoint> Points, double AveragePrecision)
{
    /// <summary>The curve of class <paramref name="k"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such class.</exception>
    public static PrecisionRecallCurve Of(Predictions predictions, int k)
    {
        var counts = ThresholdCounts.Of(predictions, k);
        if (counts.Positives == 0)
            return new PrecisionRecallCurve([], double.NaN);

        var points = ImmutableArray.CreateBuilder<CurvePoint>(counts.Steps.Count + 1);
        points.Add(new CurvePoint(0, 1, double.PositiveInfinity));
        var average = 0.0;
        foreach (var (threshold, right, wrong) in counts.Steps)
        {
            var point = new CurvePoint((double)right / counts.Positives, (double)right / (right + wrong), threshold);
            average += (point.X - points[^1].X) * point.Y;
            points.Add(point);
        }

        return new PrecisionRecallCurve(points.ToImmutable(), average);
    }

    /// <summary>The mean of the average precisions over the classes that have one.</summary>
    public static double MacroAverage(Predictions predictions) =>
        RocCurve.Mean(Enumerable.Range(0, predictions.Classes).Select(k => Of(predictions, k).AveragePrecision));
}
