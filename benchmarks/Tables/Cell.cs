using System.Globalization;
using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>Figures as text and JSON, the same way in every table: median (lowest..highest), a dash for what was not measured.</summary>
internal static class Cell
{
    public static string Speed(Sample? speed) => speed is { } known ? Text($"{known.Median:N0} ({known.Lowest:N0}..{known.Highest:N0})") : "-";

    public static string Ratio(Sample? ratio) => ratio is { } known ? Text($"{known.Median:F2} ({known.Lowest:F2}..{known.Highest:F2})") : "-";

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static JsonArray Rounds(IEnumerable<Round> rounds) => new([.. rounds.Select(round => (JsonNode)new JsonObject
    {
        ["images"] = round.Images, ["seconds"] = round.Seconds, ["imagesPerSecond"] = round.ImagesPerSecond, ["loss"] = round.Loss,
    })]);
}
