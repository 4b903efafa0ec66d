using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The receiver operating characteristic of one class against all others, as scikit-learn's <c>roc_curve</c> without dropped points.
/// </summary>
/// <param name="Points">From (0, 0) to (1, 1): x false-positive rate, y true-positive rate.</param>
/// <param name="Area">
/// The area under it: the chance that a row of the class scores above one of another class, ties counting half. NaN where the class has no
/// rows or nothing else has.
/// </param>
public sealed record RocCurve(ImmutableArray<CurvePoint> Points, double Area)
{
    /// <summary>The curve of class <paramref name="k"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such class.</exception>
    public static RocCurve Of(Predictions predictions, int k)
    {
        var counts = ThresholdCounts.Of(predictions, k);
        if (counts.Positives == 0 || counts.Negatives == 0)
            return new RocCurve([], double.NaN);

        var points = ImmutableArray.CreateBuilder<CurvePoint>(counts.Steps.Count + 1);
        points.Add(new CurvePoint(0, 0, double.PositiveInfinity));
        var area = 0.0;
        foreach (var (threshold, right, wrong) in counts.Steps)
        {
            var point = new CurvePoint((double)wrong / counts.Negatives, (double)right / counts.Positives, threshold);
            area += (point.X - points[^1].X) * (point.Y + points[^1].Y) / 2;
            points.Add(point);
        }

        return new RocCurve(points.ToImmutable(), area);
    }

    /// <summary>The mean area over the classes that have one; scikit-learn's macro average of one against the rest.</summary>
    public static double MacroArea(Predictions predictions) => Mean(Enumerable.Range(0, predictions.Classes).Select(k => Of(predictions, k).Area));

    internal static double Mean(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
