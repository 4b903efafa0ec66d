using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The folder a run leaves behind. It is complete or absent: written under a hidden name beside its place, and renamed when the last file
/// is closed.
/// </summary>
public static class RunFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a run.</summary>
    /// <param name="resultsRoot">The folder of all runs; made if it is not there.</param>
    /// <param name="description">What was run.</param>
    /// <param name="history">The epochs; empty for a model that was not trained in epochs.</param>
    /// <param name="evaluation">What it came to.</param>
    /// <param name="saveModel">Writes the model into the stream it is given, which becomes model.zip.</param>
    /// <param name="testImages">The test pictures by position in the test data, to show those predicted wrongly; null without.</param>
    /// <param name="cancellationToken">Stops between files; nothing is left behind.</param>
    /// <returns>The full path of the folder, named by start, experiment and seed, as "2026-11-21T09-14-03_cnn_seed1".</returns>
    /// <exception cref="IOException">The folder cannot be written; the message says where and what to do. Nothing is left behind.</exception>
    public static string Write(
        string resultsRoot, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation,
        Action<Stream> saveModel, GreyImages? testImages = null, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(resultsRoot);
        var unfinished = Path.Combine(root, $".unfinished-{Guid.NewGuid():N}");
        var rootIsNew = !Directory.Exists(root);
        var finished = false;
        try
        {
            Directory.CreateDirectory(unfinished);
            WriteFiles(unfinished, new RunContent(description, history, evaluation, testImages), saveModel, cancellationToken);
            var folder = Publish(unfinished, root, Name(description));
            finished = true;
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(root, error);
        }
        finally
        {
            if (!finished)
            {
                Remove(unfinished);
                if (rootIsNew && Directory.Exists(root) && !Directory.EnumerateFileSystemEntries(root).Any())
                    Directory.Delete(root);
            }
        }
    }

    /// <summary>
    /// Checks, before any work is done, that runs can be written under <paramref name="resultsRoot"/>. Leaves nothing behind, also where
    /// the folder does not exist yet.
    /// </summary>
    /// <exception cref="IOException">They cannot; the message says where and what to do.</exception>
    public static void EnsureWritable(string resultsRoot)
    {
        var root = Path.GetFullPath(resultsRoot);
        var existing = root;
        while (!Directory.Exists(existing) && !File.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;

        var probe = Path.Combine(existing, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(probe);
            File.WriteAllText(Path.Combine(probe, "probe"), "This file checks that the folder can be written; it may be deleted.", Utf8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(root, error);
        }
        finally
        {
            Remove(probe);
        }
    }

    private static void WriteFiles(string folder, RunContent run, Action<Stream> saveModel, CancellationToken cancellationToken)
    {
        Binary("model.zip", saveModel);
        Binary("run.json", stream => RunJson.Write(stream, run.Description));
        Binary("metrics.json", stream => MetricsJson.Write(stream, run.Description, run.Evaluation));
        Text("history.csv", text => HistoryCsv.Write(text, run.Description, run.History));
        Text("predictions.csv", text => PredictionsCsv.Write(text, run.Description.DataSet.Label, run.Evaluation));
        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        foreach (var figure in Figures(run))
            Text(Path.Combine("figures", figure.Name + ".svg"), text => text.Write(figure.ToSvg()));
        Text("report.html", text => text.Write(HtmlReport.Render(run)));

        void Binary(string name, Action<Stream> write)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var stream = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.ReadWrite);
            write(stream);
        }

        void Text(string name, Action<TextWriter> write)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var text = new StreamWriter(Path.Combine(folder, name), append: false, Utf8) { NewLine = "\n" };
            write(text);
        }
    }

    private static IEnumerable<Figure> Figures(RunContent run)
    {
        var caption = run.Description.Caption;
        if (run.Curves is { } curves)
        {
            yield return curves.DrawLoss(caption);
            yield return curves.DrawAccuracy(caption);
        }

        yield return ConfusionFigure.Draw(run.Evaluation.Confusion, run.Evaluation.ClassNames, caption);
        foreach (var figure in run.ScoreFigures())
            yield return figure;
        if (!run.Wrong.Cards.IsEmpty)
            yield return run.Wrong.Draw(caption);
    }

    /// <summary>Gives the finished folder its name; the second of two runs that started in the same second gets "-2" after it, and so on.</summary>
    private static string Publish(string unfinished, string root, string name)
    {
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(root, number == 1 ? name : $"{name}-{number.ToString(CultureInfo.InvariantCulture)}");
            if (Directory.Exists(folder) || File.Exists(folder))
                continue;

            try
            {
                Directory.Move(unfinished, folder);
                return folder;
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another run took the name between the look and the move: the next one is ours.
            }
        }
    }

    private static string Name(RunDescription description)
    {
        var experiment = string.Concat(description.Experiment.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? c : '-'));
        var started = description.Started.ToString("yyyy-MM-dd'T'HH-mm-ss", CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{started}_{experiment}_seed{description.Seed}");
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    internal static IOException CannotWrite(string root, Exception error) => new(
        $"The results folder {root} cannot be written: {error.Message.TrimEnd('.')}. " +
        "Make room there or allow writing, or choose another results folder.", error);
}
