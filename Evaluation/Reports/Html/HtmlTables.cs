namespace MlNetFashion.Evaluation;

/// <summary>The tables of a report.</summary>
internal static class HtmlTables
{
    public static void Classes(HtmlPage page, TestEvaluation evaluation)
    {
        var report = evaluation.Report;
        page.Table(
            "Precision: of what was taken for the class, the share that is. Recall: of the class, the share found. F1: their harmonic mean.",
            ["Class", "Precision", "Recall", "F1", "Support"],
            report.Classes.Select(row => (IReadOnlyList<HtmlCell>)
                [HtmlCell.Of(row.Name), HtmlCell.Meter(row.Precision), HtmlCell.Meter(row.Recall), HtmlCell.Meter(row.F1), HtmlCell.Of(row.Support)]),
            [
                [HtmlCell.Of("accuracy"), HtmlCell.Of(""), HtmlCell.Of(""), HtmlCell.Of(report.Accuracy), HtmlCell.Of(report.Support)],
                Average(report.Micro),
                Average(report.Macro),
                Average(report.Weighted),
            ],
            sortable: true);
    }

    public static void Model(HtmlPage page, ModelSummary model) => page.Table(
        model.Name,
        ["Layer", "Type", "Output shape", "Parameters"],
        model.Layers.Select(layer => (IReadOnlyList<HtmlCell>)
            [HtmlCell.Of(layer.Name), HtmlCell.Of(layer.Type, "text"), HtmlCell.Of(layer.OutputShape, "text"), HtmlCell.Of(layer.Parameters)]),
        [[HtmlCell.Of("Total"), HtmlCell.Of(""), HtmlCell.Of(""), HtmlCell.Of(model.TotalParameters)]]);

    public static void MlNet(HtmlPage page, TestEvaluation evaluation)
    {
        var metrics = evaluation.MlNet;
        page.Table(
            "Where both mean the same they are checked against each other, and the run fails if they differ.",
            ["ML.NET's name", "ML.NET", "Ours", "What it is"],
            [
                Pair("MicroAccuracy", metrics.MicroAccuracy, evaluation.Accuracy, "share of rows classified rightly"),
                Pair("MacroAccuracy", metrics.MacroAccuracy, MacroAccuracy(evaluation.Confusion), "mean recall of the classes that occur"),
                Pair("LogLoss", metrics.LogLoss, evaluation.LogLoss, "mean of −ln p of the true class"),
                Pair("LogLossReduction", metrics.LogLossReduction, LogLoss.Reduction(evaluation.Predictions), "1 = perfect, 0 = no better than the class frequencies"),
            ]);
    }

    public static void Scores(HtmlPage page, TestEvaluation evaluation, RunSupplement supplement)
    {
        var further = evaluation.Further;
        var rows = new List<IReadOnlyList<HtmlCell>>
        {
            Row("Macro F1", evaluation.Report.Macro.F1, "mean over classes of the harmonic mean of precision and recall", further.MacroF1Interval),
            Row("Cohen's kappa", further.CohensKappa, "accuracy above chance of the same class frequencies", further.CohensKappaInterval),
            Row("Matthews' correlation", further.MatthewsCorrelation, "correlation of true and predicted class", further.MatthewsCorrelationInterval),
            Row("Macro ROC area", further.MacroRocArea, "chance that a row of the class scores above one of another, mean over classes"),
            Row("Macro average precision", further.MacroAveragePrecision, "area under precision against recall, mean over classes"),
        };
        if (evaluation.Predictions.AreProbabilities)
            rows.Add(Row("Calibration error", further.Calibration.ExpectedError, "mean gap of confidence and accuracy over 15 bins; 0 is honest"));
        if (supplement.TrainAccuracy is { } train)
        {
            rows.Add(Row("Accuracy on training rows", train, "of the finished model, rows held back for validation included"));
            rows.Add(Row("Train minus test", train - evaluation.Accuracy, "how much better it does on rows it knows"));
        }

        if (supplement.Temperature is { } temperature)
            rows.Add(Row("Temperature", temperature, "what the logits were divided by, fitted on the validation rows; the saved model has it"));
        page.Table("Intervals: 95 %, by bootstrap of the test rows.", ["Figure", "Value", "95 % interval", "What it is"], rows);

        static IReadOnlyList<HtmlCell> Row(string name, double value, string meaning, Interval? interval = null) =>
        [
            HtmlCell.Of(name), HtmlCell.Of(value),
            HtmlCell.Of(interval is { } ends ? $"{FixedDigits.Format(ends.Lower, 4)} to {FixedDigits.Format(ends.Upper, 4)}" : ""), HtmlCell.Of(meaning, "wrap"),
        ];
    }

    public static void Again(HtmlPage page, RunDescription description)
    {
        page.Raw($"""
            <div class="command"><pre tabindex="0"><code id="command">{HtmlPage.Text(description.Command)}</code></pre>
            <button type="button" class="tool" id="copy" hidden>Copy</button></div>
            """);
        var data = description.DataSet;
        page.Table("What it ran on", ["What", "Value"],
            Rows([
                new("Seed", FormattableString.Invariant($"{description.Seed}")),
                new("Data set", data.Label),
                new("Data source", data.Source),
                new("Data checksum", data.Checksum),
                new("Rows", FormattableString.Invariant($"{data.TrainRows:N0} training, {data.ValidationRows:N0} validation, {data.TestRows:N0} test")),
                new("Processor", description.Processor),
                .. description.Versions,
            ]));
        if (description.Options.Count > 0)
            page.Table("Options in force", ["Option", "Value"], Rows(description.Options));
        if (description.Durations.Count > 0)
            page.Table("Time", ["Stage", "Time"], Rows(description.Durations.Select(d => new KeyValuePair<string, string>(d.Key, HtmlHeadline.Duration(d.Value)))));
    }

    /// <summary>A name as the heading of a column.</summary>
    internal static string Heading(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>ML.NET's macro-accuracy averages over the classes that have rows, unlike the macro average of recalls in the report.</summary>
    internal static double MacroAccuracy(ConfusionCounts counts)
    {
        var present = Enumerable.Range(0, counts.Classes).Where(k => counts.Support(k) > 0).ToList();
        return present.Count == 0 ? 0 : present.Average(counts.Recall);
    }

    private static HtmlCell[] Average(ClassScores row) =>
        [HtmlCell.Of(row.Name), HtmlCell.Of(row.Precision), HtmlCell.Of(row.Recall), HtmlCell.Of(row.F1), HtmlCell.Of(row.Support)];

    private static IReadOnlyList<HtmlCell> Pair(string name, double mlNet, double ours, string meaning) =>
        [HtmlCell.Of(name), HtmlCell.Of(mlNet, 6), HtmlCell.Of(ours, 6), HtmlCell.Of(meaning, "wrap")];

    private static IEnumerable<IReadOnlyList<HtmlCell>> Rows(IEnumerable<KeyValuePair<string, string>> rows) =>
        rows.Select(row => (IReadOnlyList<HtmlCell>)[HtmlCell.Of(row.Key), HtmlCell.Of(row.Value, "wrap")]);
}
