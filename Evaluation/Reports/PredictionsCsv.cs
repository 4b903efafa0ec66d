namespace MlNetFashion.Evaluation;

/// <summary>predictions.csv: one line a test row, with the score of every class.</summary>
internal static class PredictionsCsv
{
    /// <param name="text">Where to.</param>
    /// <param name="dataSet">What the last column says the rows are.</param>
    /// <param name="evaluation">The predictions.</param>
    public static void Write(TextWriter text, string dataSet, TestEvaluation evaluation)
    {
        var predictions = evaluation.Predictions;
        var table = new CsvTable(text);
        var prefix = predictions.AreProbabilities ? "p_" : "score_";
        table.Line(["index", "true", "predicted", "confidence", .. evaluation.ClassNames.Select(name => prefix + name), "data_set"]);
        for (var row = 0; row < predictions.Count; row++)
        {
            table.Field(predictions.Positions[row]);
            table.Field(evaluation.ClassNames[predictions.Actual[row]]).Field(evaluation.ClassNames[predictions.Predicted[row]]);
            table.Field(predictions.Confidence(row));
            foreach (var score in predictions.ScoresOf(row))
                table.Field(score);
            table.Field(dataSet).EndLine();
        }
    }
}
