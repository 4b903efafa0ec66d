using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>What a kept fold knows beside its predictions.</summary>
internal static class FoldJson
{
    public static void Write(Stream stream, FoldOutcome outcome)
    {
        using var json = new Utf8JsonWriter(stream, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteNumber("trainingSeconds", outcome.Training.TotalSeconds);
        json.WriteNumber("trainRows", outcome.TrainRows);
        if (outcome.Chosen is { } chosen)
            json.WriteString("chosen", chosen);
        json.WriteStartObject("figures");
        foreach (var (name, value) in outcome.Figures)
            json.WriteFigure(name, value);
        json.WriteEndObject();
        json.WriteStartArray("history");
        foreach (var epoch in outcome.History)
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", epoch.Epoch);
            json.WriteFigure("loss", epoch.Loss);
            json.WriteFigure("accuracy", epoch.Accuracy);
            json.WriteFigure("validationLoss", epoch.ValidationLoss);
            json.WriteFigure("validationAccuracy", epoch.ValidationAccuracy);
            json.WriteFigure("learningRate", epoch.LearningRate);
            json.WriteFigure("seconds", epoch.Seconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">No such JSON.</exception>
    public static FoldOutcome Read(string path, TestEvaluation evaluation)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            return new FoldOutcome(evaluation, TimeSpan.FromSeconds(root.GetProperty("trainingSeconds").GetDouble()), root.GetProperty("trainRows").GetInt32())
            {
                Chosen = root.TryGetProperty("chosen", out var chosen) ? chosen.GetString() : null,
                Figures = root.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => Number(figure.Value) ?? double.NaN),
                History = [.. root.GetProperty("history").EnumerateArray().Select(Epoch)],
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file {path} must hold what is known of a kept fold ({error.Message.TrimEnd('.')}): delete it and the .csv beside it, and the fold runs again.", error);
        }
    }

    private static EpochRecord Epoch(JsonElement epoch) => new(
        epoch.GetProperty("epoch").GetInt32(), Figure(epoch, "loss") ?? double.NaN, Figure(epoch, "accuracy") ?? double.NaN, Figure(epoch, "validationLoss"),
        Figure(epoch, "validationAccuracy"), Figure(epoch, "learningRate") ?? double.NaN, Figure(epoch, "seconds") ?? double.NaN);

    private static double? Figure(JsonElement element, string name) => Number(element.GetProperty(name));

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
