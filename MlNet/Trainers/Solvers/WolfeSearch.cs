namespace Microsoft.ML.Trainers;

/// <summary>
/// A line search for the strong Wolfe conditions: bracket, then zoom in by cubic interpolation
/// (Nocedal and Wright, "Numerical Optimization", algorithms 3.5 and 3.6).
/// </summary>
internal static class WolfeSearch
{
    private const double Sufficient = 1e-4;
    private const double Curvature = 0.9;
    private const int MaxSteps = 20;

    /// <summary>
    /// Finds a step. <paramref name="along"/> gives value and slope at a step and is called last at the step that was found.
    /// False where twenty tries found none.
    /// </summary>
    internal static bool Find(Func<double, (double Value, double Slope)> along, double value, double slope, double step)
    {
        var origin = new Probe(0, value, slope);
        Probe previous = origin;
        for (int tries = 0; tries < MaxSteps; tries++)
        {
            Probe here = At(step);
            if (!(here.Value <= value + (Sufficient * step * slope)) || (tries > 0 && here.Value >= previous.Value))
                return Zoom(previous, here, MaxSteps - tries);
            if (Math.Abs(here.Slope) <= -Curvature * slope)
                return true;
            if (here.Slope >= 0)
                return Zoom(here, previous, MaxSteps - tries);
            previous = here;
            step *= 4;
        }

        return false;

        Probe At(double at)
        {
            (double v, double s) = along(at);
            return new Probe(at, v, s);
        }

        bool Zoom(Probe low, Probe high, int tries)
        {
            for (int i = 0; i < tries; i++)
            {
                double at = Interpolate(low, high);
                if (at == low.Step || at == high.Step)
                    break;
                Probe here = At(at);
                if (!(here.Value <= value + (Sufficient * at * slope)) || here.Value >= low.Value)
                {
                    high = here;
                    continue;
                }

                if (Math.Abs(here.Slope) <= -Curvature * slope)
                    return true;
                if (here.Slope * (high.Step - low.Step) >= 0)
                    high = low;
                low = here;
            }

            // Rounding hides the minimum between neighbours; the lowest value seen is still progress.
            if (low.Step == 0 || low.Value >= value)
                return false;
            _ = along(low.Step);
            return true;
        }
    }

    /// <summary>The minimum of the cubic through two probes, kept off the outer tenths of the interval.</summary>
    private static double Interpolate(Probe low, Probe high)
    {
        double width = high.Step - low.Step;
        double d1 = low.Slope + high.Slope - (3 * (low.Value - high.Value) / (low.Step - high.Step));
        double square = (d1 * d1) - (low.Slope * high.Slope);
        double at = low.Step + (width / 2);
        if (square >= 0)
        {
            double d2 = Math.Sign(width) * Math.Sqrt(square);
            double cubic = high.Step - (width * ((high.Slope + d2 - d1) / (high.Slope - low.Slope + (2 * d2))));
            if (double.IsFinite(cubic))
                at = cubic;
        }

        double margin = 0.1 * Math.Abs(width);
        return Math.Clamp(at, Math.Min(low.Step, high.Step) + margin, Math.Max(low.Step, high.Step) - margin);
    }

    private readonly record struct Probe(double Step, double Value, double Slope);
}
