using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>Lays out what <see cref="TrainingBenchmark"/> measured.</summary>
internal static class TrainingTable
{
    /// <param name="conditions">What the run was made with.</param>
    /// <param name="rows">What was measured.</param>
    /// <param name="vectorBits">Width of the vectors, which decides the goals shown.</param>
    public static BenchmarkTable Of(IReadOnlyList<KeyValuePair<string, string>> conditions, IEnumerable<TrainingRow> rows, int vectorBits) => new(
        conditions,
        [
            new("network", Left: true), new("batch"), new("images/s"), new("PyTorch"), new("ratio"), new("goal"), new("GFLOP/s"), new("of FMA peak"),
            new("PyTorch's set-up", Left: true),
        ],
        [.. rows.Select(row => new Row(Cells(row, vectorBits), Values(row)))]);

    private static string[] Cells(TrainingRow row, int vectorBits) =>
    [
        row.Network.Name,
        Cell.Text($"{row.Network.BatchSize}"),
        Cell.Speed(row.OurSpeed),
        Cell.Speed(row.PeerSpeed),
        Cell.Ratio(row.Ratio),
        Cell.Text($"{(vectorBits == 512 ? row.Network.Goal : row.Network.NarrowGoal)}"),
        Cell.Text($"{row.Flops / 1e9:F0}"),
        Cell.Text($"{row.ShareOfPeak:P0}"),
        row.PeerSetUp?.ToString() ?? "-",
    ];

    private static JsonObject Values(TrainingRow row) => new()
    {
        ["network"] = row.Network.Name,
        ["batch"] = row.Network.BatchSize,
        ["flopsAnImage"] = row.FlopsAnImage,
        ["peakFlops"] = row.PeakFlops,
        ["flops"] = row.Flops,
        ["ratio"] = row.Ratio?.Median,
        ["goal"] = row.Network.Goal,
        ["narrowGoal"] = row.Network.NarrowGoal,
        ["peerSetUp"] = row.PeerSetUp?.ToString(),
        ["idleCores"] = row.IdleCores,
        ["ours"] = Cell.Rounds(row.Ours),
        ["theirs"] = Cell.Rounds(row.Theirs),
    };
}
