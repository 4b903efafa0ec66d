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
    /// <param name="supplement">What else is known of the run; null for nothing.</param>
    /// <param name="cancellationToken">Stops between files; nothing is left behind.</param>
    /// <returns>The full path of the folder, named by start, experiment and seed, as "2026-11-21T09-14-03_cnn_seed1".</returns>
    /// <exception cref="IOException">The folder cannot be written; the message says where and what to do. Nothing is left behind.</exception>
    public static string Write(
        string resultsRoot, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation,
        Action<Stream> saveModel, GreyImages? testImages = null, RunSupplement? supplement = null, CancellationToken cancellationToken = default)
    {
        var run = new RunContent(description, history, evaluation, testImages, supplement ?? RunSupplement.None);
        return FinishedFolder.Write(resultsRoot, Name(description), folder => WriteFiles(folder, run, saveModel), cancellationToken);
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
            FinishedFolder.Remove(probe);
        }
    }

    private static void WriteFiles(FinishedFolder folder, RunContent run, Action<Stream> saveModel)
    {
        folder.Binary("model.zip", saveModel);
        folder.Binary("run.json", stream => RunJson.Write(stream, run.Description));
        folder.Binary("metrics.json", stream => MetricsJson.Write(stream, run.Description, run.Evaluation, run.Supplement));
        folder.Text("history.csv", text => HistoryCsv.Write(text, run.Description, run.History));
        folder.Text("predictions.csv", text => PredictionsCsv.Write(text, run.Description.DataSet.Label, run.Evaluation));
        foreach (var figure in Figures(run))
            folder.Figure(figure);
        foreach (var picture in Pictures(run).Concat(run.Supplement.Sections.SelectMany(section => section.Pictures)))
            folder.Binary(Path.Combine("figures", picture.Name + ".png"), (picture with { Comment = run.Description.DataSet.ShortWarning }).ToPng());
        folder.Text("report.html", text => text.Write(HtmlReport.Render(run)));
    }

    /// <summary>The test pictures that the report shows, as pixels alone.</summary>
    private static IEnumerable<PixelPicture> Pictures(RunContent run)
    {
        if (run.TestImages is not { } images)
            yield break;
        var predictions = run.Evaluation.Predictions;
        var first = Enumerable.Range(0, Math.Min(25, predictions.Count)).Select(row => predictions.Positions[row]).Where(place => place < images.Count).ToList();
        if (first.Count > 0)
            yield return new PixelPicture("first-pictures", images, first) { Columns = 5 };
        var wrong = run.Wrong.Positions.Where(place => place < images.Count).ToList();
        if (wrong.Count > 0)
            yield return new PixelPicture("wrong-pictures", images, wrong) { Columns = 5 };
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
        foreach (var figure in run.Supplement.Sections.SelectMany(section => section.Figures))
            yield return figure;
    }

    private static string Name(RunDescription description)
    {
        return FormattableString.Invariant(
            $"{FinishedFolder.TimePart(description.Started)}_{FinishedFolder.NamePart(description.Experiment)}_seed{description.Seed}");
    }

    internal static IOException CannotWrite(string root, Exception error) => new(
        $"The results folder {root} cannot be written: {error.Message.TrimEnd('.')}. " +
        "Make room there or allow writing, or choose another results folder.", error);
}
