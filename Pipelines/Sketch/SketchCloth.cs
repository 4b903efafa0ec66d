namespace MlNetFashion.Pipelines;

/// <summary>Chooses cloth.</summary>
internal static class SketchCloth
{
    /// <summary>Any grey, plain or with a pattern in the given share of the cases.</summary>
    public static SketchPaint Draw(ref SplitMix64 random, double patterned, double wave = 3.2) => new()
    {
        Grey = Math.Clamp(160 + 52 * random.Bell(), 45, 248),
        SlopeX = 0.5 * random.Bell(),
        SlopeY = 0.8 * random.Bell(),
        Pattern = random.Chance(patterned) ? (SketchPattern)(1 + random.Below(3)) : SketchPattern.Plain,
        Wave = wave * random.Range(0.75, 2.2),
        Phase = random.Unit(),
        Contrast = random.Range(10, 60),
        Lean = random.Chance(0.25) ? random.Range(-1, 1) : 0,
    };

    /// <summary>The same cloth, lighter or darker by at least <paramref name="least"/> and at most <paramref name="most"/> grey.</summary>
    public static SketchPaint Trim(ref SplitMix64 random, in SketchPaint cloth, double least, double most)
    {
        var step = random.Range(least, most);
        var lighter = cloth.Grey < 110 || (cloth.Grey < 190 && random.Chance(0.5));
        return cloth with { Grey = cloth.Grey + (lighter ? step : -step), Pattern = SketchPattern.Plain };
    }
}
