using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>Curves over all thresholds, each class against the rest.</summary>
public static class ThresholdFigures
{
    /// <summary>Steps finer than this share of an axis are not drawn: nobody would see them.</summary>
    private const double FinestStep = 1.0 / 400;

    /// <summary>Precision against recall, one line a class that occurs.</summary>
    public static Figure DrawPrecisionRecall(ImmutableArray<PrecisionRecallCurve> curves, IReadOnlyList<string> classNames, FigureCaption caption) =>
        Draw(
            "precision-recall", "Precision against recall, by class", "recall", "precision", "average precision", false,
            [.. curves.Select((curve, k) => (classNames[k], curve.AveragePrecision, curve.Points))], caption);

    /// <summary>True-positive against false-positive rate, one line a class that occurs.</summary>
    public static Figure DrawRoc(ImmutableArray<RocCurve> curves, IReadOnlyList<string> classNames, FigureCaption caption) =>
        Draw(
            "roc", "ROC curve, by class", "false-positive rate", "true-positive rate", "area", true,
            [.. curves.Select((curve, k) => (classNames[k], curve.Area, curve.Points))], caption);

    private static Figure Draw(
        string name, string title, string x, string y, string figure, bool diagonal,
        List<(string Name, double Value, ImmutableArray<CurvePoint> Points)> curves, FigureCaption caption)
    {
        var drawn = curves.Select((curve, k) => (curve.Name, curve.Value, curve.Points, k)).Where(curve => curve.Points.Length > 0).ToList();
        var colours = Palette.Light.Series.Length;
        return new LineChart
        {
            Name = name,
            Title = title,
            Description = $"The {figure} of each class: {string.Join(", ", drawn.Select(curve => $"{curve.Name} {FixedDigits.Format(curve.Value, 3)}"))}.",
            XLabel = x,
            YLabel = y,
            XRange = (0, 1),
            YRange = (0, 1),
            Diagonal = diagonal,
            Height = 420,
            Series =
            [
                .. drawn.Select(curve => new LineSeries(
                    $"{curve.Name} {FixedDigits.Format(curve.Value, 3)}", Thin(curve.Points), curve.k % colours, curve.k / colours % 3)),
            ],
        }.Draw(caption);
    }

    private static List<(double X, double Y)> Thin(ImmutableArray<CurvePoint> points)
    {
        var kept = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (kept.Count == 0 || Math.Abs(point.X - kept[^1].X) + Math.Abs(point.Y - kept[^1].Y) >= FinestStep)
                kept.Add((point.X, point.Y));
        }

        kept.Add((points[^1].X, points[^1].Y));
        return kept;
    }
}
