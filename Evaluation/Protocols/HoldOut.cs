using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Judges a model on rows it was not trained on.</summary>
public static class HoldOut
{
    /// <summary>
    /// Judges scored rows with ML.NET's multiclass evaluator and with our own figures, and holds the two against each other where they mean
    /// the same. The rows are read once. Rows without a label or with a score that is not finite are not judged, as in ML.NET.
    /// </summary>
    /// <param name="mlContext">The context whose evaluator is used.</param>
    /// <param name="scored">What a model made of the test data.</param>
    /// <param name="labelColumnName">
    /// The true class: a key; or text or a number, where the scores carry the values the model was trained with; or, where they carry none or
    /// words, the class index as Single.
    /// </param>
    /// <param name="scoreColumnName">One score a class, Vector of Single.</param>
    /// <exception cref="ArgumentException">A column is missing or of a type that cannot be judged.</exception>
    /// <exception cref="InvalidDataException">No row can be judged, or the labels are not the model's classes.</exception>
    public static TestEvaluation Evaluate(
        MLContext mlContext, IDataView scored, string labelColumnName = "Label", string scoreColumnName = "Score")
    {
        return Judge(mlContext, ScoredRowsReader.Read(scored, labelColumnName, scoreColumnName));
    }

    /// <summary>Judges predictions that were kept, as those of a fold finished earlier.</summary>
    /// <param name="mlContext">The context whose evaluator is used.</param>
    /// <param name="predictions">At least one row.</param>
    /// <param name="classNames">One name a class.</param>
    /// <exception cref="ArgumentException">More or fewer names than classes.</exception>
    /// <exception cref="InvalidDataException">No row.</exception>
    public static TestEvaluation Evaluate(MLContext mlContext, Predictions predictions, IReadOnlyList<string> classNames)
    {
        if (classNames.Count != predictions.Classes)
        {
            throw new ArgumentException(
                $"Predictions of {predictions.Classes} classes need as many names. Received: {classNames.Count}.", nameof(classNames));
        }

        var labels = predictions.Actual.ToArray().Select(k => (float)k).ToArray();
        return Judge(mlContext, new ScoredRows(labels, predictions.Scores.ToArray(), predictions.Classes, classNames)) with { Predictions = predictions };
    }

    private static TestEvaluation Judge(MLContext mlContext, ScoredRows rows)
    {
        var predictions = rows.Judge();
        if (predictions.Count == 0)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"At least one row with a label and finite scores is needed. Received: {rows.Count} rows, none of them such."));
        }

        // ML.NET's evaluator fails on a rank beyond the scores, which a class that the model does not score can have.
        var topK = rows.Classes == rows.ScoreCount ? rows.ScoreCount : 0;
        var metrics = mlContext.MulticlassClassification.Evaluate(
            new ScoredRowsView(rows), ScoredRowsView.Label, ScoredRowsView.Score, ScoredRowsView.PredictedLabel, topK);
        var confusion = ConfusionCounts.From(predictions.Actual, predictions.Predicted, predictions.Classes);
        var evaluation = new TestEvaluation
        {
            Accuracy = confusion.Accuracy,
            AccuracyInterval = Interval.Wilson(confusion.Correct, confusion.Total),
            LogLoss = LogLoss.Mean(predictions),
            MlNet = metrics,
            Confusion = confusion,
            Report = ClassificationReport.From(confusion, rows.ClassNames),
            Predictions = predictions,
            ClassNames = rows.ClassNames,
            SkippedRows = rows.Count - predictions.Count,
        };
        RequireAgreement(evaluation, rows);
        return evaluation;
    }

    private static void RequireAgreement(TestEvaluation evaluation, ScoredRows rows)
    {
        var metrics = evaluation.MlNet;
        Require("accuracy", evaluation.Accuracy, metrics.MicroAccuracy, 1e-12);
        Require("log loss", evaluation.LogLoss, metrics.LogLoss, 1e-6 * (1 + evaluation.LogLoss));
        for (var actual = 0; actual < rows.ScoreCount; actual++)
        {
            for (var predicted = 0; predicted < rows.ScoreCount; predicted++)
            {
                Require(
                    $"count of \"{evaluation.ClassNames[actual]}\" taken for \"{evaluation.ClassNames[predicted]}\"",
                    evaluation.Confusion[actual, predicted], metrics.ConfusionMatrix.Counts[actual][predicted], 0);
            }
        }
    }

    private static void Require(string what, double ours, double theirs, double tolerance)
    {
        if (!(Math.Abs(ours - theirs) <= tolerance))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The {what} must be the same by ML.NET's evaluator and by ours. Received: {theirs:R} and {ours:R}. Please report this."));
        }
    }
}
