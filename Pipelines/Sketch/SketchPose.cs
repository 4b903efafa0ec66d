namespace MlNetFashion.Pipelines;

/// <summary>
/// How a garment lies on the picture: pixels from the middle, x to the right, y down, are stretched, slanted, turned and moved. The turn is
/// given by t = tan(angle / 2), which needs no sine.
/// </summary>
internal readonly record struct SketchPose(double ScaleX, double ScaleY, double Slant, double T, double MoveX, double MoveY, bool Flip)
{
    private const double Middle = SketchCanvas.Side / 2.0;

    public static SketchPose Draw(ref SplitMix64 random, double flip) => new(
        1 + 0.07 * random.Bell(),
        1 + 0.05 * random.Bell(),
        0.045 * random.Bell(),
        0.025 * random.Bell(),
        0.8 * random.Bell(),
        0.6 * random.Bell(),
        random.Chance(flip));

    public (double X, double Y) Apply(double x, double y)
    {
        x = (Flip ? -x : x) * ScaleX + Slant * y;
        y *= ScaleY;
        var scale = 1 / (1 + T * T);
        var (cos, sin) = ((1 - T * T) * scale, 2 * T * scale);
        return (Middle + MoveX + cos * x - sin * y, Middle + MoveY + sin * x + cos * y);
    }
}
