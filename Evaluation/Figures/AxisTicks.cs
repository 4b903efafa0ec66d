using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.</summary>
internal sealed class AxisTicks
{
    private AxisTicks(double step, double first, int count, int decimals)
    {
        Step = step;
        Values = [.. Enumerable.Range(0, count).Select(i => Math.Round(first + i * step, Math.Min(15, decimals + 2)))];
        Decimals = decimals;
    }

    /// <summary>The distance of two ticks.</summary>
    public double Step { get; }

    /// <summary>The ticks, ascending, the first at or below and the last at or above the range asked for.</summary>
    public double[] Values { get; }

    /// <summary>The decimals that tell neighbours apart.</summary>
    public int Decimals { get; }

    /// <summary>Ticks that enclose [<paramref name="low"/>, <paramref name="high"/>], about <paramref name="wanted"/> of them.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end; a range of no width is widened.</param>
    /// <param name="wanted">About how many.</param>
    /// <param name="whole">Whether ticks may be whole numbers only, as epochs are.</param>
    public static AxisTicks Enclosing(double low, double high, int wanted = 6, bool whole = false)
    {
        if (!(high > low))
            (low, high) = whole ? (low, low + 1) : (low - Math.Max(Math.Abs(low), 1) / 10, low + Math.Max(Math.Abs(low), 1) / 10);

        var raw = (high - low) / Math.Max(1, wanted - 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 } * power;
        if (whole)
            step = Math.Max(1, Math.Round(step));

        var first = Math.Floor(low / step + 1e-9) * step;
        var count = (int)Math.Ceiling((high - first) / step - 1e-9) + 1;
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        return new AxisTicks(step, first, count, decimals);
    }

    public string Label(double value) => value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
