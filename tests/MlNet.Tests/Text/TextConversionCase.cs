using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Text;

/// <summary>One text read as one kind.</summary>
internal static class TextConversionCase
{
    /// <summary>Null when the value comes out as recorded, else what is wrong.</summary>
    internal static string? Check(string kind, string text, JsonElement expected)
    {
        // What these mean depends on the day.
        if (kind.StartsWith("DateTime", StringComparison.Ordinal) && text is "1,5" or "01:02:03")
            return null;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"x;{text}");
            var actual = Read(kind, path);
            var wanted = Wanted(expected);
            return actual == wanted ? null : $"{kind} of '{text}': expected {wanted}, got {actual}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Wanted(JsonElement expected)
    {
        if (expected.ValueKind != JsonValueKind.Object)
            return RecordedValues.Canonical(expected);
        return expected.TryGetProperty("threw", out var threw)
            ? $"{threw.GetString()}: {expected.GetProperty("message").GetString()}"
            : $"{RecordedValues.Canonical(expected.GetProperty("value"))} (bad value)";
    }

    private static string Read(string kind, string path)
    {
        var mlContext = new MLContext();
        var isBad = false;
        mlContext.Log += (_, message) => isBad |= message.RawMessage.Contains("Bad value", StringComparison.Ordinal);
        var column = kind switch
        {
            "Single with MissingRealsAsNaNs" => new TextLoader.Column("A", DataKind.Single, 1),
            _ when kind.StartsWith("Key<", StringComparison.Ordinal) => new TextLoader.Column("A", Enum.Parse<DataKind>(kind[4..kind.IndexOf(',', StringComparison.Ordinal)]), [new(1)], new KeyCount(ulong.Parse(kind[(kind.IndexOf(' ', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture))),
            _ => new TextLoader.Column("A", Enum.Parse<DataKind>(kind), 1),
        };
        var options = new TextLoader.Options { Separators = [';'], Columns = [column], MissingRealsAsNaNs = kind.Contains("NaNs", StringComparison.Ordinal) };
        try
        {
            var value = TextLoaderCase.Read(mlContext.Data.LoadFromTextFile(path, options)).Single()[1..^1];
            return isBad ? $"{value} (bad value)" : value;
        }
        catch (FormatException exception)
        {
            return $"{exception.GetType().FullName}: {exception.Message}";
        }
    }
}
