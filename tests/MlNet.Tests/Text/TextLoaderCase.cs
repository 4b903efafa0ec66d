using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Text;

/// <summary>A recorded case: how it is loaded, and what came out.</summary>
internal static class TextLoaderCase
{
    internal static bool Threw(JsonElement item, string stage) =>
        item.TryGetProperty("ThrewAt", out var at) && at.GetString() == stage;

    internal static void CheckException(JsonElement item, Exception exception)
    {
        Assert.Equal(item.GetProperty("Threw").GetString(), exception.GetType().FullName);
        Assert.Equal(item.GetProperty("Message").GetString(), exception.Message);
        if (item.TryGetProperty("Inner", out var inner))
            Assert.Equal(inner.GetString(), $"{exception.InnerException!.GetType()}: {exception.InnerException.Message}");
    }

    internal static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

    internal static IDataView Load(MLContext mlContext, JsonElement item, string folder)
    {
        var name = item.GetProperty("Name").GetString()!;
        var file = item.GetProperty("File").GetString();
        var path = file is null ? string.Empty : Path.Combine(folder, file);
        if (RecordedClasses.Load(mlContext, name, path) is { } classView)
            return classView;
        switch (name)
        {
            case "range-reversed": _ = new TextLoader.Range(4, 1); break;
            case "range-negative": _ = new TextLoader.Range(-1); break;
            case "no-name": _ = new TextLoader.Column(null!, DataKind.Single, 0); break;
        }

        var options = Options(item.GetProperty("Options"));
        var multi = Path.Combine(folder, "multi");
        return name switch
        {
            "missing-file" => mlContext.Data.LoadFromTextFile("missing-file.txt.nothere", options),
            "missing-file-loader" => mlContext.Data.CreateTextLoader(options).Load("missing-file.txt.nothere"),
            "multi-files" => mlContext.Data.CreateTextLoader(options).Load([.. Directory.GetFiles(multi, "*.csv").Order(StringComparer.Ordinal)]),
            "wildcard" => mlContext.Data.LoadFromTextFile(Path.Combine(multi, "*"), options),
            _ => mlContext.Data.LoadFromTextFile(path, options),
        };
    }

    internal static void CheckSlotNames(JsonElement item, DataViewSchema schema)
    {
        var expected = item.TryGetProperty("SlotNames", out var names)
            ? names.EnumerateObject().ToDictionary(column => column.Name, column => column.Value.EnumerateArray().Select(slot => slot.GetString()!).ToArray())
            : [];
        foreach (var column in schema)
        {
            Assert.Equal(expected.ContainsKey(column.Name), column.HasSlotNames());
            if (!expected.TryGetValue(column.Name, out var slots))
                continue;
            var actual = default(VBuffer<ReadOnlyMemory<char>>);
            column.GetSlotNames(ref actual);
            Assert.Equal(slots, actual.DenseValues().Select(slot => slot.ToString()));
        }
    }

    /// <summary>The rows, each in one text that tells dense from sparse.</summary>
    internal static IEnumerable<string> Read(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        var getters = view.Schema.Select(column => RecordedValues.Create(cursor, column)).ToArray();
        while (cursor.MoveNext())
            yield return $"[{string.Join(" | ", getters.Select(getter => getter()))}]";
    }

    internal static string Canonical(JsonElement row) => $"[{string.Join(" | ", row.EnumerateArray().Select(RecordedValues.Canonical))}]";

    private static TextLoader.Options Options(JsonElement json)
    {
        var options = new TextLoader.Options();
        foreach (var property in json.EnumerateObject())
        {
            switch (property.Name)
            {
                case "Separators": options.Separators = [.. property.Value.EnumerateArray().Select(separator => separator.GetString()![0])]; break;
                case "Columns": options.Columns = property.Value.ValueKind == JsonValueKind.Null ? null : [.. property.Value.EnumerateArray().Select(Column)]; break;
                case "MaxRows": options.MaxRows = property.Value.GetInt64(); break;
                case "DecimalMarker": options.DecimalMarker = property.Value.GetString()![0]; break;
                case "EscapeChar": options.EscapeChar = property.Value.GetString()![0]; break;
                default: typeof(TextLoader.Options).GetField(property.Name)!.SetValue(options, property.Value.GetBoolean()); break;
            }
        }

        return options;
    }

    private static TextLoader.Column Column(JsonElement json)
    {
        var keyCount = json.GetProperty("KeyCount").GetString();
        return new TextLoader.Column(
            json.GetProperty("Name").GetString()!,
            Enum.Parse<DataKind>(json.GetProperty("DataKind").GetString()!),
            [.. json.GetProperty("Source").EnumerateArray().Select(Range)],
            keyCount is null ? null : keyCount == "auto" ? new KeyCount() : new KeyCount(ulong.Parse(keyCount, CultureInfo.InvariantCulture)));
    }

    private static TextLoader.Range Range(JsonElement json) => new()
    {
        Min = json.GetProperty("Min").GetInt32(),
        Max = json.GetProperty("Max").ValueKind == JsonValueKind.Null ? null : json.GetProperty("Max").GetInt32(),
        AutoEnd = json.GetProperty("AutoEnd").GetBoolean(),
        VariableEnd = json.GetProperty("VariableEnd").GetBoolean(),
        AllOther = json.GetProperty("AllOther").GetBoolean(),
        ForceVector = json.GetProperty("ForceVector").GetBoolean(),
    };
}
