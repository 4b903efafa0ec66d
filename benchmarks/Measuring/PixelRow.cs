using Microsoft.ML.Data;

namespace MlNetFashion.Benchmarks;

/// <summary>An image as an app has it.</summary>
internal sealed class PixelRow
{
    public string Label { get; set; } = "";

    [VectorType(784)]
    public float[] Pixels { get; set; } = [];
}
