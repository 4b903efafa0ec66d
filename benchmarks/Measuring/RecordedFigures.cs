using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>What ML.NET itself was recorded to do on 60,000 training and 10,000 test images, on whatever machine that was: rows a second.</summary>
internal sealed class RecordedFigures
{
    private const double TrainRows = 60_000;
    private readonly JsonNode _root;

    private RecordedFigures(JsonNode root) => _root = root;

    public double? Lbfgs => Training("lbfgs");

    public double? Lbfgs100 => Training("lbfgsmax-100");

    public double? Sdca => Training("sdca");

    public double? Scoring => Median("Scoring10000TestImages", "CursorImagesPerSecondMedianOfLast15");

    public double? Predicting => Median("Scoring10000TestImages", "PredictionEnginePerSecondMedian");

    public double? Reading => Median("CsvLoading", "UseThreadsRowsPerSecondMedian");

    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static RecordedFigures Read(string path)
    {
        try
        {
            return new RecordedFigures(JsonNode.Parse(File.ReadAllText(path)) ?? new JsonObject());
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"A JSON file of recorded figures was expected at {path}. Received: {exception.Message}", exception);
        }
    }

    private double? Training(string trainer) => Median(_root["Training"]?[trainer], "TrainerFitSeconds") is { } seconds ? TrainRows / seconds : null;

    private double? Median(string part, string figure) => Median(_root[part], figure);

    private static double? Median(JsonNode? part, string figure)
    {
        var values = (part?["Runs"] as JsonArray ?? []).Select(run => (double?)run?[figure]).OfType<double>().ToArray();
        return values.Length > 0 ? Sample.Of(values).Median : null;
    }
}
