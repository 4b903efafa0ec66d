namespace MlNetFashion.Benchmarks;

/// <summary>Finds out how much work fills a round.</summary>
internal static class Calibration
{
    /// <summary>
    /// How many pieces of work take that many seconds. Work is repeated in growing amounts until it fills most of a round, so that what is slow
    /// only at first (compiling, touching memory) neither counts nor is left for the rounds.
    /// </summary>
    /// <param name="seconds">Length of a round.</param>
    /// <param name="time">Does that many pieces and gives the seconds they took.</param>
    public static int CountFor(double seconds, Func<int, double> time)
    {
        var count = 1;
        while (true)
        {
            var taken = time(count);
            var fitting = Math.Max(1, (int)Math.Min(1e9, count * seconds / Math.Max(taken, 1e-9)));
            if (taken > 0.6 * seconds || fitting <= count)
                return fitting;
            count = Math.Min(fitting, count * 8);
        }
    }
}
