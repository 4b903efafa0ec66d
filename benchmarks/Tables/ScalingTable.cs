using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>Lays out what <see cref="ScalingBenchmark"/> measured.</summary>
internal static class ScalingTable
{
    public static BenchmarkTable Of(IReadOnlyList<KeyValuePair<string, string>> conditions, IEnumerable<ScalingRow> rows) => new(
        conditions,
        [new("network", Left: true), new("batch"), new("threads"), new("images/s"), new("times one thread")],
        [.. rows.Select(row => new Row(
            [row.Network.Name, Cell.Text($"{row.Network.BatchSize}"), Cell.Text($"{row.Threads}"), Cell.Speed(row.Speed), Cell.Ratio(row.Gain)],
            new JsonObject
            {
                ["network"] = row.Network.Name, ["batch"] = row.Network.BatchSize, ["threads"] = row.Threads, ["gain"] = row.Gain.Median, ["rounds"] = Cell.Rounds(row.Rounds),
            }))]);
}
