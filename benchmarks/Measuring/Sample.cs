namespace MlNetFashion.Benchmarks;

/// <summary>Middle and ends of one figure over the rounds of a run.</summary>
/// <param name="Median">Middle value; the mean of the two middle ones for an even number of rounds.</param>
/// <param name="Lowest">Smallest value.</param>
/// <param name="Highest">Largest value.</param>
internal readonly record struct Sample(double Median, double Lowest, double Highest)
{
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Sample Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("A sample expects at least one value. Received: none.");
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Sample(median, sorted[0], sorted[^1]);
    }
}
