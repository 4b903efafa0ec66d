using System.Globalization;

namespace MlNetFashion.Experiments.Display;

/// <summary>How numbers are written for a person to read, whatever the machine's culture.</summary>
internal static class Figures
{
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:F2} %");

    public static string Loss(double loss) => loss.ToString("F4", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Without separators, for names like a seed.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Rate(double perSecond) => Count((long)Math.Round(perSecond));

    /// <summary>Seconds with one decimal below a minute, then minutes and seconds, then hours and minutes.</summary>
    public static string Duration(TimeSpan time)
    {
        if (time.TotalSeconds < 59.95)
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s");
        var seconds = (long)Math.Round(time.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:D2} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds % 3600 / 60:D2} min");
    }

    public static string Bytes(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F1} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:F2} GiB"),
    };
}
