namespace MlNetFashion.Pipelines;

/// <summary>A closed outline of straight lines and quadratic curves, placed by a pose as it is drawn. One is used over and over.</summary>
internal sealed class SketchPath
{
    private const int CurveSteps = 6;
    private readonly List<(double X, double Y)> _points = [];
    private double _lastX;
    private double _lastY;

    public SketchPose Pose { get; set; }

    public IReadOnlyList<(double X, double Y)> Points => _points;

    /// <summary>Begins a new outline.</summary>
    public SketchPath Start(double x, double y)
    {
        _points.Clear();
        return Line(x, y);
    }

    public SketchPath Line(double x, double y)
    {
        (_lastX, _lastY) = (x, y);
        _points.Add(Pose.Apply(x, y));
        return this;
    }

    /// <summary>A curve from the last point, pulled towards the first given point, to the second (Bézier).</summary>
    public SketchPath Curve(double pullX, double pullY, double x, double y)
    {
        var (fromX, fromY) = (_lastX, _lastY);
        for (var i = 1; i <= CurveSteps; i++)
        {
            var t = i / (double)CurveSteps;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            Line(a * fromX + b * pullX + c * x, a * fromY + b * pullY + c * y);
        }

        return this;
    }

    public SketchPath Box(double left, double top, double right, double bottom) =>
        Start(left, top).Line(right, top).Line(right, bottom).Line(left, bottom);

    /// <summary>A band of the given width from one point to another.</summary>
    public SketchPath Band(double fromX, double fromY, double toX, double toY, double fromWidth, double toWidth)
    {
        var (dx, dy) = (toX - fromX, toY - fromY);
        var length = Math.Sqrt(dx * dx + dy * dy) + 1e-9;
        var (nx, ny) = (-dy / length / 2, dx / length / 2);
        return Start(fromX + nx * fromWidth, fromY + ny * fromWidth)
            .Line(toX + nx * toWidth, toY + ny * toWidth)
            .Line(toX - nx * toWidth, toY - ny * toWidth)
            .Line(fromX - nx * fromWidth, fromY - ny * fromWidth);
    }
}
