using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Experiments.Running;

/// <summary>What is in one part (training or test) of a data set.</summary>
/// <param name="RowsByClass">Images of each class, in class order.</param>
/// <param name="Mean">Of all pixels, 0 to 255.</param>
/// <param name="StandardDeviation">Of all pixels.</param>
/// <param name="ZeroShare">The share of pixels that are exactly 0, from 0 to 1.</param>
internal sealed record SplitStatistics(ImmutableArray<int> RowsByClass, double Mean, double StandardDeviation, double ZeroShare)
{
    /// <summary>Reads <paramref name="view"/> once: its text column <c>Label</c> and its vector column <c>Pixels</c>.</summary>
    public static SplitStatistics Of(IDataView view, IReadOnlyList<string> classNames)
    {
        var number = classNames.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var rows = new int[classNames.Count];
        double sum = 0, squares = 0;
        long zeros = 0, pixels = 0;

        var labelColumn = view.Schema["Label"];
        var pixelColumn = view.Schema["Pixels"];
        using var cursor = view.GetRowCursor([labelColumn, pixelColumn]);
        var getLabel = cursor.GetGetter<ReadOnlyMemory<char>>(labelColumn);
        var getPixels = cursor.GetGetter<VBuffer<float>>(pixelColumn);
        ReadOnlyMemory<char> label = default;
        VBuffer<float> image = default;
        while (cursor.MoveNext())
        {
            getLabel(ref label);
            getPixels(ref image);
            rows[number[label.ToString()]]++;
            pixels += image.Length;
            zeros += image.Length - image.GetValues().Length;
            foreach (var value in image.GetValues())
            {
                sum += value;
                squares += value * value;
                zeros += value == 0 ? 1 : 0;
            }
        }

        var mean = pixels == 0 ? 0 : sum / pixels;
        var variance = pixels == 0 ? 0 : Math.Max(0, squares / pixels - mean * mean);
        return new SplitStatistics([.. rows], mean, Math.Sqrt(variance), pixels == 0 ? 0 : (double)zeros / pixels);
    }
}
