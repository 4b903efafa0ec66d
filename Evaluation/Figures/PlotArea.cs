namespace MlNetFashion.Evaluation;

/// <summary>Where the data of a chart is drawn, and how its values become pixels.</summary>
internal readonly record struct PlotArea(
    double Left, double Top, double Width, double Height, (double Low, double High) XRange, (double Low, double High) YRange)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + (value - XRange.Low) / (XRange.High - XRange.Low) * Width;

    public double Y(double value) => Bottom - (value - YRange.Low) / (YRange.High - YRange.Low) * Height;

    public bool HoldsX(double value) => value >= XRange.Low - 1e-9 && value <= XRange.High + 1e-9;
}
