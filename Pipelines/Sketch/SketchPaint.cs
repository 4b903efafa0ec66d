namespace MlNetFashion.Pipelines;

/// <summary>What an outline is filled with: a grey, a slope of it, a pattern and the cloth's own unevenness.</summary>
internal readonly record struct SketchPaint
{
    /// <summary>0 to 255.</summary>
    public double Grey { get; init; }

    /// <summary>Change of grey a pixel to the right and down.</summary>
    public double SlopeX { get; init; }

    public double SlopeY { get; init; }

    public SketchPattern Pattern { get; init; }

    /// <summary>Pixels from one stripe to the next.</summary>
    public double Wave { get; init; }

    /// <summary>Where the pattern begins, 0 to 1 of a wave.</summary>
    public double Phase { get; init; }

    /// <summary>How much grey the pattern adds and takes away.</summary>
    public double Contrast { get; init; }

    /// <summary>The pattern's slant: 0 is straight.</summary>
    public double Lean { get; init; }

    /// <summary>The grey at a pixel, without the cloth's unevenness.</summary>
    public double At(int x, int y)
    {
        const double middle = SketchCanvas.Side / 2.0;
        var grey = Grey + SlopeX * (x - middle) + SlopeY * (y - middle);
        if (Pattern == SketchPattern.Plain)
            return grey;

        var across = Stripe(x + Lean * y);
        var down = Stripe(y + Lean * x);
        return grey + Contrast * Pattern switch
        {
            SketchPattern.Across => across,
            SketchPattern.Down => down,
            _ => (across + down) / 2,
        };
    }

    /// <summary>A copy that is lighter or darker and keeps the pattern.</summary>
    public SketchPaint Shade(double factor) => this with { Grey = Grey * factor };

    /// <summary>A triangle wave between -1 and 1.</summary>
    private double Stripe(double at)
    {
        var t = at / Wave + Phase;
        t -= Math.Floor(t);
        return t < 0.5 ? 4 * t - 1 : 3 - 4 * t;
    }
}
