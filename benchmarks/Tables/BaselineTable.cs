using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>Lays out what <see cref="BaselineBenchmark"/> measured.</summary>
internal static class BaselineTable
{
    public static BenchmarkTable Of(IReadOnlyList<KeyValuePair<string, string>> conditions, IReadOnlyList<BaselineRow> rows) => new(
        conditions,
        [new("work", Left: true), new("rows"), new("seconds"), new("accuracy"), new("scikit-learn"), new("accuracy"), new("ratio"), new("ML.NET, recorded"), new("ratio")],
        [.. rows.Select(row => new Row(Cells(row), Values(row)))]);

    private static string[] Cells(BaselineRow row) =>
    [
        row.Name, Cell.Text($"{row.Ours[0].Time.Images:N0}"), Seconds(row.Ours), Accuracy(row.Ours), Seconds(row.Theirs), Accuracy(row.Theirs), Cell.Ratio(row.Ratio),
        row.Recorded is { } recorded ? Cell.Text($"{row.Ours[0].Time.Images / recorded:F3}") : "-", Cell.Ratio(row.RecordedRatio),
    ];

    private static JsonObject Values(BaselineRow row) => new()
    {
        ["work"] = row.Name, ["ratio"] = row.Ratio?.Median, ["recordedRowsPerSecond"] = row.Recorded, ["recordedRatio"] = row.RecordedRatio?.Median,
        ["ours"] = Rounds(row.Ours), ["theirs"] = Rounds(row.Theirs),
    };

    private static JsonArray Rounds(IReadOnlyList<BaselineRound> rounds) => new([.. rounds.Select(round => (JsonNode)new JsonObject
    {
        ["rows"] = round.Time.Images, ["seconds"] = round.Time.Seconds, ["accuracy"] = round.Accuracy, ["logLoss"] = round.LogLoss,
    })]);

    private static string Seconds(IReadOnlyList<BaselineRound> rounds)
    {
        if (rounds.Count == 0)
            return "-";
        var seconds = Sample.Of(rounds.Select(round => round.Time.Seconds));
        return Cell.Text($"{seconds.Median:F3} ({seconds.Lowest:F3}..{seconds.Highest:F3})");
    }

    private static string Accuracy(IReadOnlyList<BaselineRound> rounds) => rounds.Count > 0 && rounds[^1].Accuracy is { } accuracy
        ? Cell.Text($"{accuracy:P2}") + (rounds[^1].LogLoss is { } loss ? Cell.Text($", loss {loss:F4}") : "")
        : "-";
}
