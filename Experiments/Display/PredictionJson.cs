using System.Text.Encodings.Web;
using System.Text.Json;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Display;

/// <summary>Predictions for a program: an array with one object a picture.</summary>
internal static class PredictionJson
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Screen screen, IReadOnlyList<GarmentPrediction> predictions)
    {
        var content = predictions.Select(prediction => new
        {
            file = prediction.File,
            prediction = prediction.Garment,
            probabilities = prediction.Probabilities.ToDictionary(c => c.Name, c => c.Probability),
            notes = prediction.Notes,
        });
        screen.Line(JsonSerializer.Serialize(content, Format));
    }
}
