using System.Globalization;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>run.json: everything needed to run the experiment again.</summary>
internal static class RunJson
{
    public static void Write(Stream stream, RunDescription description)
    {
        using var json = new Utf8JsonWriter(stream, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteHead(description);
        json.WriteString("command", description.Command);
        json.WriteString("started", description.Started.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteStartObject("options");
        foreach (var (name, value) in description.Options)
            json.WriteString(name, value);
        json.WriteEndObject();
        DataSet(json, description.DataSet);
        if (description.Model is { } model)
            Model(json, model);
        if (description.Reported is { } reported)
        {
            json.WriteStartObject("reported");
            json.WriteFigure("accuracy", reported.Accuracy);
            json.WriteString("source", reported.Source);
            json.WriteEndObject();
        }

        json.WriteStartObject("seconds");
        foreach (var (name, time) in description.Durations)
            json.WriteNumber(name, Math.Round(time.TotalSeconds, 3));
        json.WriteEndObject();
        json.WriteStartObject("versions");
        foreach (var (name, version) in description.Versions)
            json.WriteString(name, version);
        json.WriteEndObject();
        json.WriteString("processor", description.Processor);
        json.WriteEndObject();
    }

    private static void DataSet(Utf8JsonWriter json, DataSetDescription data)
    {
        json.WriteStartObject("dataSet");
        json.WriteString("name", data.Name);
        json.WriteBoolean("isSketch", data.IsSketch);
        json.WriteString("source", data.Source);
        json.WriteString("checksum", data.Checksum);
        json.WriteNumber("trainRows", data.TrainRows);
        json.WriteNumber("validationRows", data.ValidationRows);
        json.WriteNumber("testRows", data.TestRows);
        json.WriteEndObject();
    }

    private static void Model(Utf8JsonWriter json, ModelSummary model)
    {
        json.WriteStartObject("model");
        json.WriteString("name", model.Name);
        json.WriteNumber("totalParameters", model.TotalParameters);
        json.WriteStartArray("layers");
        foreach (var layer in model.Layers)
        {
            json.WriteStartObject();
            json.WriteString("name", layer.Name);
            json.WriteString("type", layer.Type);
            json.WriteString("outputShape", layer.OutputShape);
            json.WriteNumber("parameters", layer.Parameters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
