namespace MlNetFashion.Pipelines;

/// <summary>Draws the three kinds of shoe, seen from the side, toe to the left.</summary>
internal static class ShoeSketch
{
    private const double Toe = -12.4;
    private const double Heel = 11.6;

    public static void DrawSneaker(SketchCanvas canvas, ref SplitMix64 random)
    {
        // Most are low; some reach as high as a low boot does.
        var height = random.Chance(0.1) ? random.Range(11, 14.5) : random.Range(6.8, 10.5);
        DrawClosed(canvas, ref random, height, heel: random.Range(0, 0.8), sole: random.Range(1.2, 2.8), laces: 0.75, stripes: 0.5);
    }

    public static void DrawBoot(SketchCanvas canvas, ref SplitMix64 random)
    {
        var height = random.Chance(0.1) ? random.Range(11, 14) : random.Range(14, 20);
        var heel = random.Chance(0.55) ? random.Range(1.2, 5) : random.Range(0, 1);
        DrawClosed(canvas, ref random, height, heel, sole: random.Range(0.7, 2.2), laces: 0.3, stripes: 0.15);
    }

    public static void DrawSandal(SketchCanvas canvas, ref SplitMix64 random)
    {
        var cloth = SketchCloth.Draw(ref random, patterned: 0.1);
        var path = canvas.Path;
        var heel = random.Chance(0.5) ? random.Range(2.5, 9) : random.Range(0, 1.5);
        var thick = random.Range(1, 3);
        var ground = 6.5 + heel / 3;
        var ball = random.Range(-5, -2);

        // The sole: flat under the ball of the foot, then up to the heel.
        path.Start(Toe, ground - thick).Line(ball, ground - thick).Curve(ball + 6, ground - thick, Heel, ground - thick - heel)
            .Line(Heel + 0.4, ground - thick * 0.3 - heel).Curve(ball + 7, ground - thick * 0.2, ball, ground).Line(Toe + 0.6, ground);
        canvas.Fill(cloth.Shade(random.Range(0.6, 1.1)));
        if (heel > 1.5)
        {
            var wedge = random.Chance(0.35) ? random.Range(6, 12) : random.Range(0.9, 3);
            path.Start(Heel, ground - thick - heel).Line(Heel - 0.2, ground).Line(Heel - wedge * 0.7, ground).Line(Heel - wedge, ground - thick - heel * 0.8);
            canvas.Fill(cloth.Shade(random.Range(0.5, 1)));
        }

        var straps = 1 + random.Below(4);
        var closed = random.Chance(0.12);
        for (var i = 0; i < straps; i++)
        {
            var from = random.Range(Toe + 1, Heel - 4);
            var rise = random.Range(3, 7.5) + (from > ball ? heel * 0.5 : 0);
            var width = closed ? random.Range(4, 8) : random.Range(0.9, 2.6);
            var floor = ground - thick - (from > ball ? heel * (from - ball) / (Heel - ball) : 0);
            path.Start(from, floor).Curve(from + 1.5, floor - rise * 1.4, from + random.Range(2.5, 6), floor - rise)
                .Line(from + width + 3, floor - rise + 0.8).Curve(from + width + 2, floor - rise * 0.8, from + width, floor);
            canvas.Fill(cloth.Shade(random.Range(0.8, 1.1)));
        }

        if (random.Chance(0.55))
        {
            var floor = ground - thick - heel;
            path.Band(Heel - 0.8, floor, Heel - random.Range(0, 2), floor - random.Range(4, 9), 1.4, 1.4);
            canvas.Fill(cloth);
            path.Band(Heel - 1, floor - random.Range(4, 7), random.Range(1, 6), floor - random.Range(3, 6), 1.3, 1.3);
            canvas.Fill(cloth);
        }
    }

    private static void DrawClosed(
        SketchCanvas canvas, ref SplitMix64 random, double height, double heel, double sole, double laces, double stripes)
    {
        var cloth = SketchCloth.Draw(ref random, patterned: 0.12);
        var trim = SketchCloth.Trim(ref random, cloth, 20, 110);
        var path = canvas.Path;
        var ground = Math.Min(11, 4.5 + height * 0.42);
        var floor = ground - sole;
        var collar = random.Range(2.5, 5.2);
        var instep = random.Range(-4, 0.5);
        var toeHeight = random.Range(2.6, 4.6);

        path.Start(Heel, floor - heel * 0.5)
            .Curve(Heel + random.Range(-0.8, 0.8), floor - height * 0.5, Heel - random.Range(0, 1.2), floor - height)
            .Line(collar, floor - height + random.Range(-0.6, 1.2))
            .Curve(random.Range(1, 3), floor - height * 0.55, instep, floor - toeHeight - 1.2)
            .Curve(Toe + 1.5, floor - toeHeight, Toe, floor - 0.4)
            .Line(Toe, floor)
            .Line(instep, floor);
        canvas.Fill(cloth);

        path.Start(Toe - 0.2, floor - 0.2).Line(instep, floor - 0.2).Line(Heel, floor - heel * 0.5 - 0.2)
            .Line(Heel + 0.2, ground).Line(Heel - random.Range(3, 6), ground).Line(instep + 4, ground - heel * 0.6).Line(Toe + 0.6, ground);
        canvas.Fill(random.Chance(0.7) ? trim : cloth.Shade(0.75));

        if (random.Chance(laces))
        {
            var count = 2 + random.Below(3);
            for (var i = 0; i < count; i++)
            {
                var t = (i + 0.5) / count;
                var (x, y) = (instep + t * (collar - instep), floor - toeHeight - 0.8 - t * (height - toeHeight - 2));
                path.Band(x - 0.6, y, x + 1.8, y + 1, 0.8, 0.8);
                canvas.Fill(trim);
            }
        }

        if (random.Chance(stripes))
        {
            var count = 1 + random.Below(3);
            for (var i = 0; i < count; i++)
            {
                var x = random.Range(-1, 2) + 2.4 * i;
                path.Band(x, floor - 1, x + random.Range(0.5, 3), floor - height * 0.6, 1.1, 1.1);
                canvas.Fill(trim, 0.9);
            }
        }

        if (height > 10 && random.Chance(0.4))
        {
            path.Band(collar + 0.4, floor - height + 1, Heel - 0.6, floor - height + 1, 1.5, 1.5);
            canvas.Fill(trim, 0.7);
        }
    }
}
