using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Behaviours;

/// <summary>The row that most observations were made with.</summary>
internal sealed class Item
{
    public string? L { get; set; }

    public float F { get; set; }

    [VectorType(2)]
    public float[]? V { get; set; } = [0, 0];

    internal static List<Item> Six() =>
    [
        new() { L = "b", F = 2 }, new() { L = null, F = float.NaN }, new() { L = "", F = 1 },
        new() { L = "a", F = 2 }, new() { L = " b", F = 0 }, new() { L = "B", F = -0f },
    ];

    /// <summary>Two classes that one number tells apart.</summary>
    internal static List<Item> Four() =>
    [
        new() { L = "x", V = [0, 1] }, new() { L = "y", V = [1, 0] }, new() { L = "x", V = [0.1f, 0.9f] }, new() { L = "y", V = [0.9f, 0.1f] },
    ];
}
