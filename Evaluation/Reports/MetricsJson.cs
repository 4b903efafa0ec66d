using System.Globalization;
using System.Text.Json;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>metrics.json: every figure of the evaluation, with ML.NET's own beside ours.</summary>
internal static class MetricsJson
{
    private const string Resampled = "bootstrap of the test rows, percentiles";
    private static readonly int[] TopKs = [1, 2, 3, 5];

    public static void Write(Stream stream, RunDescription description, TestEvaluation evaluation, RunSupplement supplement)
    {
        using var json = new Utf8JsonWriter(stream, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteHead(description);
        json.WriteStartObject("dataSet");
        json.WriteString("name", description.DataSet.Name);
        json.WriteBoolean("isSketch", description.DataSet.IsSketch);
        json.WriteNumber("rows", evaluation.Predictions.Count);
        json.WriteNumber("skippedRows", evaluation.SkippedRows);
        json.WriteEndObject();

        json.WriteFigure("accuracy", evaluation.Accuracy);
        json.WriteInterval("accuracyInterval", evaluation.AccuracyInterval, "Wilson");
        json.WriteFigure("misclassificationRate", evaluation.MisclassificationRate);
        if (supplement.TrainAccuracy is { } train)
        {
            json.WriteFigure("trainAccuracy", train);
            json.WriteFigure("trainMinusTest", train - evaluation.Accuracy);
        }

        if (supplement.Temperature is { } temperature)
            json.WriteFigure("temperature", temperature);
        json.WriteFigure("logLoss", evaluation.LogLoss);
        json.WriteFigures("logLossPerClass", Evaluation.LogLoss.PerClass(evaluation.Predictions));
        json.WriteStartObject("topKAccuracy");
        foreach (var k in TopKs.Where(k => k <= evaluation.Predictions.Classes))
            json.WriteFigure(k.ToString(CultureInfo.InvariantCulture), evaluation.TopK(k));
        json.WriteEndObject();
        Further(json, evaluation);
        json.WriteBoolean("scoresAreProbabilities", evaluation.Predictions.AreProbabilities);
        Report(json, evaluation.Report);
        Confusion(json, evaluation);
        MlNet(json, evaluation.MlNet);
        json.WriteEndObject();
    }

    private static void Further(Utf8JsonWriter json, TestEvaluation evaluation)
    {
        var further = evaluation.Further;
        json.WriteInterval("macroF1Interval", further.MacroF1Interval, Resampled);
        json.WriteFigure("cohensKappa", further.CohensKappa);
        json.WriteInterval("cohensKappaInterval", further.CohensKappaInterval, Resampled);
        json.WriteFigure("matthewsCorrelation", further.MatthewsCorrelation);
        json.WriteInterval("matthewsCorrelationInterval", further.MatthewsCorrelationInterval, Resampled);
        json.WriteFigure("macroRocArea", further.MacroRocArea);
        json.WriteFigures("rocAreaPerClass", further.RocCurves.Select(curve => curve.Area));
        json.WriteFigure("macroAveragePrecision", further.MacroAveragePrecision);
        json.WriteFigures("averagePrecisionPerClass", further.PrecisionRecallCurves.Select(curve => curve.AveragePrecision));
        json.WriteFigure("expectedCalibrationError", evaluation.Predictions.AreProbabilities ? further.Calibration.ExpectedError : null);
    }

    private static void Report(Utf8JsonWriter json, ClassificationReport report)
    {
        json.WriteStartObject("classificationReport");
        json.WriteStartArray("classes");
        foreach (var row in report.Classes)
            Scores(json, row, "class");
        json.WriteEndArray();
        json.WriteStartArray("averages");
        Scores(json, report.Macro, "average");
        Scores(json, report.Weighted, "average");
        Scores(json, report.Micro, "average");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Scores(Utf8JsonWriter json, ClassScores row, string title)
    {
        json.WriteStartObject();
        json.WriteString(title, row.Name);
        json.WriteFigure("precision", row.Precision);
        json.WriteFigure("recall", row.Recall);
        json.WriteFigure("f1", row.F1);
        json.WriteNumber("support", row.Support);
        json.WriteEndObject();
    }

    private static void Confusion(Utf8JsonWriter json, TestEvaluation evaluation)
    {
        json.WriteStartObject("confusionMatrix");
        json.WriteString("rows", "true class");
        json.WriteString("columns", "predicted class");
        json.WriteStartArray("classes");
        foreach (var name in evaluation.ClassNames)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("counts");
        for (var actual = 0; actual < evaluation.Confusion.Classes; actual++)
        {
            json.WriteStartArray();
            for (var predicted = 0; predicted < evaluation.Confusion.Classes; predicted++)
                json.WriteNumberValue(evaluation.Confusion[actual, predicted]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void MlNet(Utf8JsonWriter json, MulticlassClassificationMetrics metrics)
    {
        json.WriteStartObject("mlNet");
        json.WriteFigure("microAccuracy", metrics.MicroAccuracy);
        json.WriteFigure("macroAccuracy", metrics.MacroAccuracy);
        json.WriteFigure("logLoss", metrics.LogLoss);
        json.WriteFigure("logLossReduction", metrics.LogLossReduction);
        json.WriteFigures("perClassLogLoss", metrics.PerClassLogLoss);
        json.WriteFigures("perClassPrecision", metrics.ConfusionMatrix.PerClassPrecision);
        json.WriteFigures("perClassRecall", metrics.ConfusionMatrix.PerClassRecall);
        json.WriteNumber("topKPredictionCount", metrics.TopKPredictionCount);
        json.WriteFigures("topKAccuracyForAllK", metrics.TopKAccuracyForAllK ?? []);
        json.WriteEndObject();
    }
}
