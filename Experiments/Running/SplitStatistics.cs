using System.Collections.Immutable;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>What is in one part (training or test) of a data set.</summary>
/// <param name="RowsByClass">Images of each class, in class order.</param>
/// <param name="Mean">Of all pixels, 0 to 255.</param>
/// <param name="StandardDeviation">Of all pixels.</param>
/// <param name="ZeroShare">The share of pixels that are exactly 0, from 0 to 1.</param>
internal sealed record SplitStatistics(ImmutableArray<int> RowsByClass, double Mean, double StandardDeviation, double ZeroShare)
{
    public static SplitStatistics Of(PackedImages images, int classes)
    {
        var rows = new int[classes];
        foreach (var label in images.Labels)
            rows[label]++;

        var counts = new long[256];
        foreach (var pixel in images.Pixels)
            counts[pixel]++;
        double total = Math.Max(1, images.Pixels.Length);
        var mean = counts.Select((count, value) => count * (double)value).Sum() / total;
        var variance = counts.Select((count, value) => count * (value - mean) * (value - mean)).Sum() / total;
        return new SplitStatistics([.. rows], mean, Math.Sqrt(variance), counts[0] / total);
    }
}
