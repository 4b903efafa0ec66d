using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>folds.json: every figure of finished folds.</summary>
internal static class FoldSetJson
{
    public static void Write(Stream stream, string title, RunDescription description, IReadOnlyList<FoldSet> sets, IReadOnlyList<string> findings)
    {
        using var json = new Utf8JsonWriter(stream, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteHead(description);
        json.WriteString("title", title);
        json.WriteString("command", description.Command);
        json.WriteStartObject("dataSet");
        json.WriteString("name", description.DataSet.Name);
        json.WriteBoolean("isSketch", description.DataSet.IsSketch);
        json.WriteString("checksum", description.DataSet.Checksum);
        json.WriteNumber("rows", description.DataSet.TrainRows);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in findings)
            json.WriteStringValue(finding);
        json.WriteEndArray();
        json.WriteStartArray("models");
        foreach (var set in sets)
            Model(json, set);
        json.WriteEndArray();
        json.WriteStartObject("versions");
        foreach (var (name, version) in description.Versions)
            json.WriteString(name, version);
        json.WriteEndObject();
        json.WriteString("processor", description.Processor);
        json.WriteEndObject();
    }

    private static void Model(Utf8JsonWriter json, FoldSet set)
    {
        json.WriteStartObject();
        json.WriteString("name", set.Name);
        json.WriteString("protocol", set.Protocol);
        json.WriteFigure("meanAccuracy", set.Summary.Accuracy.Mean);
        json.WriteFigure("standardDeviation", set.Summary.Accuracy.StandardDeviation);
        json.WriteInterval("meanInterval", set.Summary.Accuracy.MeanInterval, "Student's t over folds, variance (1/folds + rows/trainRows) s² of Nadeau and Bengio");
        json.WriteFigure("meanLogLoss", set.Summary.LogLoss.Mean);
        json.WriteFigure("meanMacroF1", set.Summary.MacroF1.Mean);
        json.WriteStartArray("folds");
        foreach (var fold in set.Folds)
        {
            json.WriteStartObject();
            json.WriteFigure("accuracy", fold.Evaluation.Accuracy);
            json.WriteInterval("accuracyInterval", fold.Evaluation.AccuracyInterval, "Wilson");
            json.WriteFigure("logLoss", fold.Evaluation.LogLoss);
            json.WriteFigure("macroF1", fold.Evaluation.Report.Macro.F1);
            json.WriteStartObject("mlNet");
            json.WriteFigure("microAccuracy", fold.Evaluation.MlNet.MicroAccuracy);
            json.WriteFigure("macroAccuracy", fold.Evaluation.MlNet.MacroAccuracy);
            json.WriteFigure("logLoss", fold.Evaluation.MlNet.LogLoss);
            json.WriteFigure("logLossReduction", fold.Evaluation.MlNet.LogLossReduction);
            json.WriteEndObject();
            json.WriteNumber("trainRows", fold.TrainRows);
            json.WriteNumber("rows", fold.Evaluation.Predictions.Count);
            json.WriteFigure("seconds", Math.Round(fold.Training.TotalSeconds, 3));
            if (fold.Chosen is { } chosen)
                json.WriteString("chosen", chosen);
            foreach (var (name, value) in fold.Figures)
                json.WriteFigure(name, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
