using System.Text;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>All runs of a results folder on one page, with twins for machines and for a README.</summary>
public static class RunSetReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes all-runs.html, all-runs.md, all-runs.csv and all-runs.json into the results folder, each aside and then renamed over an older one.
    /// </summary>
    /// <param name="resultsRoot">The folder of all runs.</param>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="InvalidDataException">It holds no finished run, or one that cannot be understood.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string resultsRoot)
    {
        var root = Path.GetFullPath(resultsRoot);
        var runs = RunReader.ReadAll(root);
        if (runs.IsEmpty)
            throw new InvalidDataException($"The results folder {root} holds no finished run: run an experiment first, or name another folder.");

        Write(root, "all-runs.json", ToJson(runs));
        Write(root, "all-runs.csv", ToCsv(runs));
        Write(root, "all-runs.md", ToMarkdown(runs));
        return Write(root, "all-runs.html", RunSetPage.Render(runs, OtherReport.ReadAll(root)));
    }

    /// <summary>The table as Markdown, best first within a data set.</summary>
    public static string ToMarkdown(IReadOnlyList<RunRecord> runs)
    {
        var text = new StringBuilder();
        text.Append("| experiment | data | seed | accuracy | 95 % interval | log loss | macro F1 | parameters | seconds | reported |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var run in runs.OrderBy(run => run.DataSet.IsSketch).ThenBy(run => run.DataSet.Label, StringComparer.Ordinal).ThenByDescending(run => run.Accuracy))
        {
            var cells = new[]
            {
                run.Experiment, run.DataSet.Label, Number(run.Seed), Percent(run.Accuracy) + " %",
                $"{Percent(run.AccuracyInterval.Lower)} to {Percent(run.AccuracyInterval.Upper)} %", FixedDigits.Format(run.LogLoss, 4),
                FixedDigits.Format(run.MacroF1, 4), run.Parameters is { } parameters ? Number(parameters) : "", FixedDigits.Format(run.Duration.TotalSeconds, 1),
                run.Comparable is { } reported ? Percent(reported.Accuracy) + " %" : "",
            };
            text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>The table as CSV, by start.</summary>
    public static string ToCsv(IReadOnlyList<RunRecord> runs)
    {
        using var text = new StringWriter();
        var table = new CsvTable(text);
        table.Line(
            "folder", "experiment", "data_set", "seed", "accuracy", "accuracy_lower", "accuracy_upper", "log_loss", "macro_f1", "parameters",
            "seconds", "reported_accuracy");
        foreach (var run in runs)
        {
            table.Field(run.Name).Field(run.Experiment).Field(run.DataSet.Label).Field(run.Seed).Field(run.Accuracy)
                .Field(run.AccuracyInterval.Lower).Field(run.AccuracyInterval.Upper).Field(run.LogLoss).Field(run.MacroF1)
                .Field(run.Parameters).Field(Math.Round(run.Duration.TotalSeconds, 3)).Field(run.Comparable?.Accuracy).EndLine();
        }

        return text.ToString();
    }

    /// <summary>The same with the mean over seeds of each experiment.</summary>
    public static string ToJson(IReadOnlyList<RunRecord> runs)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonFigures.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteStartArray("runs");
            foreach (var run in runs)
            {
                json.WriteStartObject();
                if (run.DataSet.Warning is { } warning)
                    json.WriteString("warning", warning);
                json.WriteString("folder", run.Name);
                json.WriteString("experiment", run.Experiment);
                json.WriteString("dataSet", run.DataSet.Label);
                json.WriteNumber("seed", run.Seed);
                json.WriteFigure("accuracy", run.Accuracy);
                json.WriteInterval("accuracyInterval", run.AccuracyInterval, "Wilson");
                json.WriteFigure("logLoss", run.LogLoss);
                json.WriteFigure("macroF1", run.MacroF1);
                json.WriteFigure("parameters", run.Parameters);
                json.WriteFigure("seconds", Math.Round(run.Duration.TotalSeconds, 3));
                json.WriteFigure("reportedAccuracy", run.Comparable?.Accuracy);
                json.WriteString("command", run.Command);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("experiments");
            foreach (var group in SeedGroup.Of(runs))
            {
                json.WriteStartObject();
                json.WriteString("experiment", group.Experiment);
                json.WriteString("settings", group.Settings);
                json.WriteString("dataSet", group.DataSet);
                json.WriteNumber("runs", group.Accuracy.Count);
                json.WriteFigure("meanAccuracy", group.Accuracy.Mean);
                json.WriteFigure("standardDeviation", group.Accuracy.StandardDeviation);
                json.WriteInterval("meanInterval", group.Accuracy.MeanInterval, "Student's t over seeds");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Utf8.GetString(stream.ToArray()) + "\n";
    }

    private static string Write(string root, string name, string text)
    {
        try
        {
            return FinishedFile.Write(Path.Combine(root, name), text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(root, error);
        }
    }

    private static string Percent(double share) => FixedDigits.Format(share * 100, 2);

    private static string Number(long value) => FormattableString.Invariant($"{value}");
}
