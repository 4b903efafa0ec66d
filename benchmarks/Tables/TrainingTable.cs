using System.Globalization;

namespace MlNetFashion.Benchmarks;

/// <summary>The measurements as rows of text, for the screen and for Markdown alike.</summary>
internal static class TrainingTable
{
    public static IReadOnlyList<string> Columns { get; } =
        ["network", "batch", "images/s", "PyTorch", "ratio", "goal", "GFLOP/s", "of FMA peak", "PyTorch's set-up"];

    /// <summary>The cells of one network. Speeds and ratios are medians, with lowest and highest round.</summary>
    public static IReadOnlyList<string> Cells(TrainingRow row, bool wide) =>
    [
        row.Network.Name,
        Text($"{row.Network.BatchSize}"),
        Speed(row.OurSpeed),
        row.PeerSpeed is { } peer ? Speed(peer) : "-",
        row.Ratio is { } ratio ? Text($"{ratio.Median:F2} ({ratio.Lowest:F2}..{ratio.Highest:F2})") : "-",
        Text($"{(wide ? row.Network.Goal : row.Network.NarrowGoal)}"),
        Text($"{row.Flops / 1e9:F0}"),
        Text($"{row.ShareOfPeak:P0}"),
        row.PeerSetUp?.ToString() ?? "-",
    ];

    private static string Speed(Sample speed) => Text($"{speed.Median:N0} ({speed.Lowest:N0}..{speed.Highest:N0})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
