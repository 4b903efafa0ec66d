namespace MlNetFashion.Pipelines;

/// <summary>
/// The five classes with shoulders as spreads of one cut. They overlap on purpose, as in a shop: a shirt may have short sleeves and no
/// visible buttons, a thin coat looks like a pullover, a long top like a short dress.
/// </summary>
internal static class TopCuts
{
    public static TopCut TShirt(ref SplitMix64 random)
    {
        var cut = Common(ref random);
        cut.Sleeve = random.Chance(0.12) ? 0 : random.Chance(0.1) ? random.Range(8, 16) : random.Range(3.5, 8);
        cut.SleeveSpread = random.Range(0.5, 1.1);
        cut.SleeveWidth = random.Range(1.9, 2.8);
        cut.CuffWidth = cut.SleeveWidth * random.Range(0.8, 1.05);
        cut.NeckDepth = random.Range(0.8, 3.6);
        cut.Print = random.Chance(0.4);
        cut.Front = random.Chance(0.03);
        cut.ChestPocket = random.Chance(0.07);
        cut.Collar = random.Chance(0.04);
        return cut;
    }

    public static TopCut Pullover(ref SplitMix64 random)
    {
        var cut = LongSleeved(ref random);
        cut.Bottom -= random.Range(0, 1.6);
        cut.Bands = random.Chance(0.82);
        cut.Hood = random.Chance(0.15);
        cut.Print = random.Chance(0.15);
        cut.Front = random.Chance(0.05);
        cut.Collar = random.Chance(0.04);
        cut.NeckDepth = random.Range(0.3, 2.2);
        return cut;
    }

    public static TopCut Coat(ref SplitMix64 random)
    {
        var cut = LongSleeved(ref random);
        cut.Shoulder += random.Range(0, 0.8);
        cut.Bottom = random.Range(11.2, 13.5);
        cut.Hem += random.Range(0, 1.4);
        cut.Open = random.Chance(0.5);
        cut.Front = !cut.Open && random.Chance(0.9);
        cut.Buttons = random.Chance(0.15);
        cut.Collar = random.Chance(0.6);
        cut.Hood = !cut.Collar && random.Chance(0.5);
        cut.SidePockets = random.Chance(0.75);
        cut.NeckDepth = random.Range(0.6, 4);
        return cut;
    }

    public static TopCut Shirt(ref SplitMix64 random)
    {
        var cut = random.Chance(0.68) ? LongSleeved(ref random) : TShirt(ref random) with { Print = false };
        cut.Buttons = random.Chance(0.88);
        cut.Front = random.Chance(0.35);
        cut.Collar = random.Chance(0.88);
        cut.Open = random.Chance(0.03);
        cut.ChestPocket = random.Chance(0.4);
        cut.Hood = false;
        cut.Bands = false;
        cut.Detail += 0.2;
        cut.NeckDepth = random.Range(0.6, 3.4);
        return cut;
    }

    public static TopCut Dress(ref SplitMix64 random)
    {
        var cut = Common(ref random);
        cut.Shoulder = random.Range(3.2, 5.6);
        cut.Neck = Math.Min(cut.Neck, cut.Shoulder - 1);
        cut.Chest = cut.Shoulder * random.Range(0.8, 1.05);
        cut.Waist = cut.Chest * random.Range(0.7, 1.02);
        cut.WaistAt = random.Range(-4, 1);
        cut.Hem = cut.Waist * random.Range(1, 2);
        cut.Top = random.Range(-13, -11.5);
        cut.Bottom = random.Range(10.5, 13.4);
        cut.NeckDepth = random.Range(0.6, 4.5);
        var sleeve = random.Unit();
        cut.Sleeve = sleeve < 0.5 ? 0 : sleeve < 0.78 ? random.Range(2.5, 7) : random.Range(8, 17);
        cut.SleeveSpread = cut.Sleeve < 8 ? random.Range(0.4, 0.9) : random.Range(0.12, 0.35);
        cut.SleeveWidth = random.Range(1.2, 2);
        cut.CuffWidth = cut.SleeveWidth * random.Range(0.6, 1);
        cut.Front = random.Chance(0.1);
        cut.Buttons = random.Chance(0.06);
        cut.Print = random.Chance(0.08);
        cut.Bands = random.Chance(0.12);
        return cut;
    }

    private static TopCut LongSleeved(ref SplitMix64 random)
    {
        var cut = Common(ref random);
        cut.Sleeve = random.Chance(0.08) ? random.Range(7, 13) : random.Range(15, 20);
        cut.SleeveSpread = random.Range(0.08, 0.36);
        cut.SleeveWidth = random.Range(1.7, 2.7);
        cut.CuffWidth = cut.SleeveWidth * random.Range(0.6, 0.95);
        return cut;
    }

    private static TopCut Common(ref SplitMix64 random)
    {
        var shoulder = random.Range(5.6, 8.4);
        var chest = shoulder * random.Range(0.82, 1);
        var waist = chest * random.Range(0.84, 1.05);
        return new TopCut
        {
            Shoulder = shoulder,
            Chest = chest,
            Waist = waist,
            Hem = waist * random.Range(0.92, 1.18),
            Neck = random.Range(1.8, 3.8),
            Top = random.Range(-12.8, -10.8),
            WaistAt = random.Range(0, 4),
            Bottom = random.Range(9.5, 13),
            // One garment in ten shows its details so faintly that only the cut is left to tell by.
            Detail = random.Chance(0.1) ? random.Range(0, 0.25) : random.Range(0.5, 1.1),
        };
    }
}
