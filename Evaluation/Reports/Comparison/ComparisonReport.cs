using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>Holds two finished runs against each other on the test rows that both were judged on, and writes what comes of it.</summary>
public static class ComparisonReport
{
    /// <summary>Compares two runs, by their predictions row by row.</summary>
    /// <exception cref="ArgumentException">They were not judged on the same data.</exception>
    /// <exception cref="InvalidDataException">A run whose predictions cannot be understood.</exception>
    public static RunComparison Compare(RunRecord first, RunRecord second)
    {
        if (first.DataSet.Checksum != second.DataSet.Checksum)
        {
            throw new ArgumentException(
                $"Two runs on the same data were expected, but {first.Name} was judged on {first.DataSet.Label} ({first.DataSet.Checksum}) and {second.Name} on {second.DataSet.Label} ({second.DataSet.Checksum}).",
                nameof(second));
        }

        var (a, b) = (RunReader.ReadPredictions(first.Folder), RunReader.ReadPredictions(second.Folder));
        var (nameA, nameB) = first.Experiment == second.Experiment
            ? (FormattableString.Invariant($"{first.Experiment} (seed {first.Seed})"), FormattableString.Invariant($"{second.Experiment} (seed {second.Seed})"))
            : (first.Experiment, second.Experiment);
        if (nameA == nameB)
            (nameA, nameB) = (first.Name, second.Name);
        return new RunComparison(first, nameA, second, nameB, McNemarTest.Of(a, b), ModelComparison.OnSameRows(nameA, a, nameB, b));
    }

    /// <summary>Writes the folder: a page, its figures, and a file for programs. It is complete or absent.</summary>
    /// <param name="resultsRoot">The folder around it.</param>
    /// <param name="comparison">What was found.</param>
    /// <param name="command">The command that compares them again.</param>
    /// <param name="time">When.</param>
    /// <returns>The full path of the folder.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Write(string resultsRoot, RunComparison comparison, string command, DateTimeOffset time)
    {
        var name = $"{FinishedFolder.TimePart(time)}_compare_{FinishedFolder.NamePart(comparison.FirstName)}_{FinishedFolder.NamePart(comparison.SecondName)}";
        return FinishedFolder.Write(resultsRoot, name, folder =>
        {
            folder.Binary("comparison.json", stream => Json(stream, comparison, command));
            var figures = ComparisonPage.Figures(comparison).ToList();
            foreach (var figure in figures)
                folder.Figure(figure);
            folder.Text("report.html", ComparisonPage.Render(comparison, figures, command, time));
        });
    }

    private static void Json(Stream stream, RunComparison comparison, string command)
    {
        using var json = new Utf8JsonWriter(stream, JsonFigures.Options);
        json.WriteStartObject();
        if (comparison.First.DataSet.Warning is { } warning)
            json.WriteString("warning", warning);
        json.WriteNumber("format", 1);
        json.WriteString("dataSet", comparison.First.DataSet.Label);
        json.WriteString("finding", comparison.Finding.Sentence);
        json.WriteFigure("pValue", comparison.Finding.PValue);
        json.WriteBoolean("isSignificant", comparison.Finding.IsSignificant);
        json.WriteNumber("onlyFirstRight", comparison.Test.OnlyFirst);
        json.WriteNumber("onlySecondRight", comparison.Test.OnlySecond);
        json.WriteStartArray("runs");
        foreach (var run in new[] { comparison.First, comparison.Second })
        {
            json.WriteStartObject();
            json.WriteString("folder", run.Name);
            json.WriteString("experiment", run.Experiment);
            json.WriteNumber("seed", run.Seed);
            json.WriteFigure("accuracy", run.Accuracy);
            json.WriteInterval("accuracyInterval", run.AccuracyInterval, "Wilson");
            json.WriteFigure("logLoss", run.LogLoss);
            json.WriteFigure("macroF1", run.MacroF1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("command", command);
        json.WriteEndObject();
    }
}
