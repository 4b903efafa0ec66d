namespace MlNetFashion.Pipelines;

/// <summary>Draws a garment with shoulders from its cut: sleeves, body, then the details.</summary>
internal static class TopSketch
{
    public static void Draw(SketchCanvas canvas, ref SplitMix64 random, in TopCut cut, in SketchPaint cloth)
    {
        var trim = SketchCloth.Trim(ref random, cloth, 40 * cut.Detail, 110 * cut.Detail);
        var path = canvas.Path;
        if (cut.Hood)
        {
            path.Start(-cut.Neck - 1.6, cut.Top + 1).Curve(-cut.Neck - 1.5, cut.Top - 4.5, 0, cut.Top - 4)
                .Curve(cut.Neck + 1.5, cut.Top - 4.5, cut.Neck + 1.6, cut.Top + 1);
            canvas.Fill(cloth.Shade(0.8));
        }

        if (cut.Sleeve > 0.5)
        {
            Sleeve(canvas, cut, cloth, trim, side: -1, random.Range(0.9, 1.1));
            Sleeve(canvas, cut, cloth, trim, side: 1, random.Range(0.9, 1.1));
        }

        Body(canvas, cut, cloth);
        if (cut.Bands)
        {
            path.Box(-cut.Hem, cut.Bottom - 1.6, cut.Hem, cut.Bottom);
            canvas.Fill(trim, 0.8);
            path.Band(-cut.Neck, cut.Top - 0.4, cut.Neck, cut.Top - 0.4, 1.4, 1.4);
            canvas.Fill(trim, 0.6);
        }

        Details(canvas, ref random, cut, trim);
    }

    private static void Sleeve(SketchCanvas canvas, in TopCut cut, in SketchPaint cloth, in SketchPaint trim, double side, double shade)
    {
        var length = 1 / Math.Sqrt(1 + cut.SleeveSpread * cut.SleeveSpread);
        var (dx, dy) = (side * cut.SleeveSpread * length, length);
        var (fromX, fromY) = (side * (cut.Shoulder - cut.SleeveWidth * 0.7), cut.Top + 1 + cut.SleeveWidth * 0.8);
        var (toX, toY) = (fromX + dx * cut.Sleeve, fromY + dy * cut.Sleeve);
        canvas.Path.Band(fromX, fromY, toX, toY, 2 * cut.SleeveWidth, 2 * cut.CuffWidth);
        canvas.Fill(cloth.Shade(0.88 * shade));
        if (cut.Bands || cut.Open)
        {
            canvas.Path.Band(toX - 1.6 * dx, toY - 1.6 * dy, toX, toY, 2 * cut.CuffWidth, 2 * cut.CuffWidth);
            canvas.Fill(trim, 0.6);
        }
    }

    private static void Body(SketchCanvas canvas, in TopCut cut, in SketchPaint cloth)
    {
        var armpit = cut.Top + 5.2;
        canvas.Path.Start(-cut.Neck, cut.Top)
            .Line(-cut.Shoulder, cut.Top + 1.5)
            .Line(-cut.Chest, armpit)
            .Curve(-cut.Waist, (armpit + cut.WaistAt) / 2, -cut.Waist, cut.WaistAt)
            .Line(-cut.Hem, cut.Bottom)
            .Line(cut.Hem, cut.Bottom)
            .Line(cut.Waist, cut.WaistAt)
            .Curve(cut.Waist, (armpit + cut.WaistAt) / 2, cut.Chest, armpit)
            .Line(cut.Shoulder, cut.Top + 1.5)
            .Line(cut.Neck, cut.Top)
            .Curve(0, cut.Top + 2 * cut.NeckDepth, -cut.Neck, cut.Top);
        canvas.Fill(cloth);
    }

    private static void Details(SketchCanvas canvas, ref SplitMix64 random, in TopCut cut, in SketchPaint trim)
    {
        var path = canvas.Path;
        var chest = cut.Top + cut.NeckDepth;
        if (cut.Open)
        {
            var gap = random.Range(0.3, 2.2);
            path.Start(0, chest).Line(gap * 0.4, chest).Line(gap, cut.Bottom).Line(-gap, cut.Bottom).Line(-gap * 0.4, chest);
            canvas.Fill(trim.Shade(0.6), 0.9);
        }

        if (cut.Front)
        {
            var side = 0.8 * random.Bell();
            path.Band(side * 0.5, chest, side, cut.Bottom, 0.9, 0.9);
            canvas.Fill(trim);
        }

        if (cut.Buttons)
        {
            var step = random.Range(2.6, 4);
            for (var y = chest + 1.5; y < cut.Bottom - 1; y += step)
            {
                path.Box(-0.8, y, 0.8, y + 1.2);
                canvas.Fill(trim);
            }
        }

        if (cut.Collar)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                path.Start(side * (cut.Neck + 0.6), cut.Top - 0.6).Line(side * 0.2, chest + 0.6).Line(side * (cut.Neck + 0.4), cut.Top + 3.2);
                canvas.Fill(trim, 0.85);
            }
        }

        if (cut.ChestPocket)
        {
            path.Box(1.2, cut.Top + 6, 4.2, cut.Top + 9);
            canvas.Fill(trim, 0.6);
        }

        if (cut.SidePockets)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                path.Band(side * 1.8, cut.WaistAt + 3, side * (cut.Waist - 0.8), cut.WaistAt + 3.4, 1, 1);
                canvas.Fill(trim, 0.8);
            }
        }

        if (cut.Print)
        {
            var (halfWidth, halfHeight, at) = (random.Range(1.2, cut.Chest - 1.5), random.Range(1, 4), random.Range(-5, 3));
            var print = SketchCloth.Draw(ref random, patterned: 0.6, wave: 2.2);
            if (random.Chance(0.5))
                path.Box(-halfWidth, at - halfHeight, halfWidth, at + halfHeight);
            else
                path.Start(-halfWidth, at).Curve(-halfWidth, at - halfHeight * 1.5, 0, at - halfHeight).Line(halfWidth, at).Curve(0, at + halfHeight * 2, -halfWidth, at);
            canvas.Fill(print, 0.5 + 0.5 * cut.Detail);
        }
    }
}
