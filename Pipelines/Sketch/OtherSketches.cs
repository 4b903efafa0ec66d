namespace MlNetFashion.Pipelines;

/// <summary>Draws trousers and bags.</summary>
internal static class OtherSketches
{
    public static void DrawTrouser(SketchCanvas canvas, ref SplitMix64 random)
    {
        var cloth = SketchCloth.Draw(ref random, patterned: 0.12);
        var trim = SketchCloth.Trim(ref random, cloth, 15, 90);
        var path = canvas.Path;
        var top = random.Range(-13.2, -12);
        var bottom = random.Chance(0.08) ? random.Range(2, 8) : random.Range(11.5, 13.4);
        var waist = random.Range(2.6, 4.8);
        var hip = waist + random.Range(0.2, 1.4);
        var crotch = random.Range(-6.5, -2.5);
        // Where the legs touch, trousers have the outline of a narrow dress.
        var apart = random.Chance(0.2) ? random.Range(0, 0.25) : random.Range(0.4, 3.6);
        var leg = random.Range(1.9, 3.4);
        for (var side = -1; side <= 1; side += 2)
        {
            path.Start(0, top).Line(side * waist, top).Line(side * hip, crotch).Line(side * (apart + leg), bottom)
                .Line(side * apart, bottom).Line(side * Math.Min(0.15, apart), crotch + 1).Line(0, crotch);
            canvas.Fill(cloth.Shade(side < 0 ? 0.96 : 1));
        }

        if (random.Chance(0.6))
        {
            path.Box(-waist, top, waist, top + 1.3);
            canvas.Fill(trim, 0.7);
        }

        if (random.Chance(0.4))
        {
            path.Band(0, top + 1, 0, crotch, 0.7, 0.7);
            canvas.Fill(trim, 0.7);
        }

        if (random.Chance(0.35))
        {
            path.Band(-apart - leg * 0.5, crotch + 2, -apart - leg * 0.5, bottom, 0.8, 0.8);
            canvas.Fill(trim, 0.5);
            path.Band(apart + leg * 0.5, crotch + 2, apart + leg * 0.5, bottom, 0.8, 0.8);
            canvas.Fill(trim, 0.5);
        }
    }

    public static void DrawBag(SketchCanvas canvas, ref SplitMix64 random)
    {
        var cloth = SketchCloth.Draw(ref random, patterned: 0.25);
        var trim = SketchCloth.Trim(ref random, cloth, 25, 110);
        var path = canvas.Path;
        var (halfHeight, bottom) = (random.Range(4.5, 9), random.Range(8.5, 12.5));
        var (upper, lower) = (random.Range(6.5, 12), random.Range(7.5, 12.6));
        var top = bottom - 2 * halfHeight;
        var handle = random.Unit();
        if (handle < 0.55)
        {
            // A handle: an arch with a hole in it.
            var (span, rise) = (random.Range(2.5, upper - 1), random.Range(4, Math.Max(4.5, Math.Min(16, 2 * (top + 13)))));
            var width = random.Range(0.8, 2);
            path.Start(-span, top + 0.5).Curve(-span, top - rise, 0, top - rise).Curve(span, top - rise, span, top + 0.5)
                .Line(span - width, top + 0.5).Curve(span - width, top - rise + width, 0, top - rise + width)
                .Curve(-span + width, top - rise + width, -span + width, top + 0.5);
            canvas.Fill(random.Chance(0.5) ? trim : cloth.Shade(0.85));
        }
        else if (handle < 0.75)
        {
            // A long strap over the shoulder.
            path.Band(-upper + 0.5, top + 0.5, random.Range(-3, 3), -13, 1.2, 1);
            canvas.Fill(cloth.Shade(0.8));
            path.Band(upper - 0.5, top + 0.5, random.Range(-3, 3), -13, 1.2, 1);
            canvas.Fill(cloth.Shade(0.8));
        }

        path.Start(-upper, top).Line(upper, top).Curve(upper + 0.6, bottom - 2, lower, bottom).Line(-lower, bottom).Curve(-upper - 0.6, bottom - 2, -upper, top);
        canvas.Fill(cloth);
        if (random.Chance(0.5))
        {
            var flap = top + random.Range(2, halfHeight * 1.4);
            path.Start(-upper, top).Line(upper, top).Line(upper * 0.9, flap).Line(-upper * 0.9, flap);
            canvas.Fill(cloth.Shade(random.Range(0.75, 1.2)), 0.9);
            path.Box(-1.1, flap - 1, 1.1, flap + 1);
            canvas.Fill(trim);
        }

        if (random.Chance(0.4))
        {
            path.Band(-upper + 0.8, top + 1.6, upper - 0.8, top + 1.6, 0.9, 0.9);
            canvas.Fill(trim, 0.8);
        }

        if (random.Chance(0.25))
        {
            var pocket = random.Range(2, upper - 2);
            path.Box(-pocket, bottom - halfHeight * 0.9, pocket, bottom - 1.5);
            canvas.Fill(trim, 0.5);
        }
    }
}
