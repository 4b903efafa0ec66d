using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>Lays out what <see cref="InferenceBenchmark"/> measured.</summary>
internal static class InferenceTable
{
    public static BenchmarkTable Of(IReadOnlyList<KeyValuePair<string, string>> conditions, IReadOnlyList<InferenceRow> rows)
    {
        var peers = rows.SelectMany(row => row.Peers).Select(peer => peer.Name).Distinct().ToList();
        return new BenchmarkTable(
            conditions,
            [
                new("network", Left: true), new("batch"), new("microseconds a call"), new("images/s"),
                .. peers.SelectMany(peer => (Column[])[new(peer), new("ratio"), new("set-up", Left: true)]),
            ],
            [.. rows.Select(row => new Row(Cells(row, peers), Values(row)))]);
    }

    private static string[] Cells(InferenceRow row, List<string> peers) =>
    [
        row.Network.Name,
        Cell.Text($"{row.BatchSize}"),
        Cell.Text($"{1e6 * row.BatchSize / row.OurSpeed.Median:N1}"),
        Cell.Speed(row.OurSpeed),
        .. peers.SelectMany(name =>
        {
            var peer = row.Peers.FirstOrDefault(peer => peer.Name == name);
            return (string[])[Cell.Speed(peer?.Speed), Cell.Ratio(peer is null ? null : row.RatioTo(peer)), peer?.SetUp ?? "-"];
        }),
    ];

    private static JsonObject Values(InferenceRow row) => new()
    {
        ["network"] = row.Network.Name,
        ["batch"] = row.BatchSize,
        ["ours"] = Cell.Rounds(row.Ours),
        ["idleCores"] = row.IdleCores,
        ["peers"] = new JsonArray([.. row.Peers.Select(peer => (JsonNode)new JsonObject
        {
            ["name"] = peer.Name, ["setUp"] = peer.SetUp, ["ratio"] = row.RatioTo(peer).Median, ["rounds"] = Cell.Rounds(peer.Rounds),
        })]),
    };
}
