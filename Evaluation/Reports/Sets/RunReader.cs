using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>Reads run folders back.</summary>
public static class RunReader
{
    /// <summary>Every finished run under a results folder, by start. Folders that hold no run are passed over.</summary>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="InvalidDataException">A run whose files cannot be understood; the message says which.</exception>
    public static ImmutableArray<RunRecord> ReadAll(string resultsRoot)
    {
        var root = Path.GetFullPath(resultsRoot);
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"The results folder {root} does not exist: run an experiment first, or name another folder.");

        return
        [
            .. Directory.EnumerateDirectories(root)
                .Where(folder => !Path.GetFileName(folder).StartsWith('.') && File.Exists(Path.Combine(folder, "run.json")) && File.Exists(Path.Combine(folder, "metrics.json")))
                .Select(Read).OrderBy(run => run.Started).ThenBy(run => run.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>One run.</summary>
    /// <exception cref="FileNotFoundException">A file of the run is missing.</exception>
    /// <exception cref="InvalidDataException">A file that cannot be understood; the message says which.</exception>
    public static RunRecord Read(string folder)
    {
        using var run = Parse(folder, "run.json");
        using var metrics = Parse(folder, "metrics.json");
        try
        {
            return Record(Path.GetFullPath(folder), run.RootElement, metrics.RootElement);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The run in {folder} lacks what its JSON files should hold ({error.Message.TrimEnd('.')}): delete the folder, or leave it out.", error);
        }
    }

    /// <summary>The predictions of a run on its test rows.</summary>
    /// <exception cref="FileNotFoundException">No predictions.csv.</exception>
    /// <exception cref="InvalidDataException">A table that cannot be understood.</exception>
    public static Predictions ReadPredictions(string folder) => ReadTable(Path.Combine(folder, "predictions.csv")).Predictions;

    /// <summary>A table that <see cref="PredictionsCsv"/> wrote, with the names of its classes.</summary>
    internal static (Predictions Predictions, IReadOnlyList<string> ClassNames) ReadTable(string path)
    {
        var lines = CsvLines.Read(path).ToList();
        var classes = lines.Count == 0 ? 0 : lines[0].Length - 5;
        if (classes < 2 || lines.Exists(line => line.Length != lines[0].Length))
            throw new InvalidDataException($"The table {path} must hold index, true, predicted, confidence, a score for each class, and the data set, in every line.");

        var names = lines[0].Skip(4).Take(classes).Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList();
        try
        {
            var rows = lines.Skip(1).ToList();
            var predictions = Predictions.From(
                [.. rows.Select(row => names.IndexOf(row[1]))],
                [.. rows.SelectMany(row => row.Skip(4).Take(classes)).Select(score => float.Parse(score, CultureInfo.InvariantCulture))],
                classes,
                [.. rows.Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))]);
            return (predictions, names);
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"The table {path} holds what is no prediction: {error.Message}", error);
        }
    }

    private static JsonDocument Parse(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The file {path} is no JSON: {error.Message}", error);
        }
    }

    private static RunRecord Record(string folder, JsonElement run, JsonElement metrics)
    {
        var data = run.GetProperty("dataSet");
        var interval = metrics.GetProperty("accuracyInterval");
        var matrix = metrics.GetProperty("confusionMatrix");
        return new RunRecord
        {
            Folder = folder,
            Experiment = Text(run, "experiment"),
            Command = Text(run, "command"),
            Seed = run.GetProperty("seed").GetInt32(),
            Started = DateTimeOffset.Parse(Text(run, "started"), CultureInfo.InvariantCulture),
            DataSet = new DataSetDescription(
                Text(data, "name"), Text(data, "source"), Text(data, "checksum"), data.GetProperty("isSketch").GetBoolean(),
                data.GetProperty("trainRows").GetInt32(), data.GetProperty("validationRows").GetInt32(), data.GetProperty("testRows").GetInt32()),
            Accuracy = metrics.GetProperty("accuracy").GetDouble(),
            AccuracyInterval = new Interval(
                interval.GetProperty("lower").GetDouble(), interval.GetProperty("upper").GetDouble(), interval.GetProperty("level").GetDouble()),
            TrainAccuracy = metrics.TryGetProperty("trainAccuracy", out var train) ? train.GetDouble() : null,
            LogLoss = metrics.GetProperty("logLoss").GetDouble(),
            MacroF1 = metrics.GetProperty("classificationReport").GetProperty("averages")[0].GetProperty("f1").GetDouble(),
            Parameters = run.TryGetProperty("model", out var model) ? model.GetProperty("totalParameters").GetInt64() : null,
            Duration = TimeSpan.FromSeconds(run.GetProperty("seconds").EnumerateObject().Sum(stage => stage.Value.GetDouble())),
            Reported = run.TryGetProperty("reported", out var reported)
                ? new ReportedResult(reported.GetProperty("accuracy").GetDouble(), Text(reported, "source"))
                : null,
            Options = run.GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString() ?? "", StringComparer.Ordinal),
            ClassNames = [.. matrix.GetProperty("classes").EnumerateArray().Select(name => name.GetString() ?? "")],
            Confusion = Confusion(matrix.GetProperty("counts")),
            History = [.. File.Exists(Path.Combine(folder, "history.csv")) ? CsvLines.Read(Path.Combine(folder, "history.csv")).Skip(1).Select(Epoch) : []],
        };
    }

    private static ConfusionCounts Confusion(JsonElement counts)
    {
        var classes = counts.GetArrayLength();
        var table = new long[classes, classes];
        for (var actual = 0; actual < classes; actual++)
        {
            for (var predicted = 0; predicted < classes; predicted++)
                table[actual, predicted] = counts[actual][predicted].GetInt64();
        }

        return ConfusionCounts.From(table);
    }

    private static EpochRecord Epoch(string[] fields)
    {
        if (fields.Length < 7)
            throw new FormatException($"a line of history.csv has {fields.Length} fields, not at least 7");
        return new EpochRecord(
            int.Parse(fields[0], CultureInfo.InvariantCulture), Number(fields[1]) ?? double.NaN, Number(fields[2]) ?? double.NaN,
            Number(fields[3]), Number(fields[4]), Number(fields[5]) ?? double.NaN, Number(fields[6]) ?? double.NaN)
        {
            TestLoss = fields.Length > 9 ? Number(fields[7]) : null,
            TestAccuracy = fields.Length > 9 ? Number(fields[8]) : null,
        };
    }

    private static double? Number(string field) => field.Length == 0 ? null : double.Parse(field, CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
