using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Looks at a data set from all sides and puts what it sees on a page.</summary>
/// <param name="data">The data set.</param>
/// <param name="progress">Told what is being looked at.</param>
public sealed class DataExploration(ExploredData data, IProgress<ExplorationProgress> progress)
{
    private const int Pairs = 24;
    private const int Suspects = 40;
    private const int SuspectsListed = 100;
    private const int ScatterPoints = 3000;
    private readonly List<PixelPicture> _pictures = [];

    /// <summary>Looks, and writes data.html with its twins, images.csv and pictures.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellationToken">Stops the look; nothing is written.</param>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Write(string folder, CancellationToken cancellationToken)
    {
        var page = new ResultPage("data", data.Name, data.Source, data.Warning);
        var described = new DataDescription(data);
        Report("counting");
        described.Counts(page);
        described.Pixels(page);
        described.Samples(page);
        OnePicture(page, cancellationToken);
        Report("looking for duplicates");
        described.Repetitions(page);
        Report("finding principal components");
        var components = PixelComponents.Of(data.Parts[0].Images, Math.Min(NearestPairs.Components, data.Parts[0].Images[0].Length), cancellationToken: cancellationToken);
        Scatter(page, components);
        NearestOfOtherClasses(page, components, cancellationToken);
        Suspicious(page);
        Report("writing the page");
        cancellationToken.ThrowIfCancellationRequested();
        return ExplorationFiles.Write(folder, page, described.Frame, [.. described.Pictures.Concat(_pictures).Select(picture => picture with { Comment = data.Caption.Warning })]);
    }

    private void Report(string doing) => progress.Report(new ExplorationProgress(doing, null, null));

    private void OnePicture(ResultPage page, CancellationToken cancellationToken)
    {
        Report("segmenting a picture");
        cancellationToken.ThrowIfCancellationRequested();
        var part = data.Parts[0];
        var name = $"{part.Name(data.Picture)}, {data.ClassNames[part.Labels[data.Picture]]}";
        var segments = GreySegmentation.Of(new MLContext(0), part.Images, data.Picture);
        page.Section("One image");
        page.Figures(
            PixelGrid.Draw("pixels", $"{name}, in numbers", part.Images, data.Picture, data.Caption),
            ImageSheet.Draw("segments", $"{name}, in K greys found by k-means", segments, [.. Enumerable.Range(0, segments.Count).Select(i => (i, FormattableString.Invariant($"K = {i + 1}")))], data.Caption, 3));
        _pictures.Add(new PixelPicture("segments", segments, [.. Enumerable.Range(0, segments.Count)]) { Columns = 3 });
    }

    private void Scatter(ResultPage page, PixelComponents components)
    {
        var part = data.Parts[0];
        var count = Math.Min(ScatterPoints, part.Images.Count);
        var places = new float[components.Count];
        var points = new List<(double X, double Y, int Class)>(count);
        for (var i = 0; i < count; i++)
        {
            var picture = (int)((long)i * part.Images.Count / count);
            components.Project(part.Images[picture], places);
            points.Add((places[0], places[1], part.Labels[picture]));
        }

        page.Section("Principal components");
        page.Text($"The two directions along which images differ most; they hold {FixedDigits.Format((components.Shares[0] + components.Shares[1]) * 100, 1)} % of all variance.");
        page.Figures(
            ScatterFigure.Draw("components", "Images along their first two principal components", ("first component", "second component"), points, data.ClassNames, data.Caption),
            ScatterFigure.DrawEach("components-of-each", "Each class among the others, along the same components", points, data.ClassNames, data.Caption));
    }

    private void NearestOfOtherClasses(ResultPage page, PixelComponents components, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        const string doing = "comparing every image with every other";
        var pairs = NearestPairs.Find(data.Parts, components, Pairs, new Shares(share => progress.Report(new ExplorationProgress(
            doing, share, share > 0 ? clock.Elapsed * ((1 - share) / share) : null))), cancellationToken);
        if (pairs.IsEmpty)
            return;
        var images = ExplorationPictures.SideBySide(data.Parts, pairs);
        page.Section("Nearest pairs across classes");
        page.Text("Of all pairs of images with different labels, training and test together, those that look most alike. Distance: Euclidean over the pixels.");
        page.Figures(ImageSheet.Draw(
            "nearest-pairs", "Alike, but not labelled alike", images,
            [.. pairs.Select((pair, i) => (i, $"{data.ClassOf(pair.First)} | {data.ClassOf(pair.Second)}"))], data.Caption, 4));
        page.Table(new PageTable(
            "nearest-pairs", "The same as a table.", ["image", "class", "and", "of class", "distance"],
            [.. pairs.Select(pair => (ImmutableArray<PageCell>)[data.NameOf(pair.First), data.ClassOf(pair.First), data.NameOf(pair.Second), data.ClassOf(pair.Second), PageCell.Number(pair.Distance, 1)])]));
        _pictures.Add(new PixelPicture("nearest-pairs", images, [.. Enumerable.Range(0, images.Count)]) { Columns = 4 });
    }

    private void Suspicious(ResultPage page)
    {
        if (data.Judged is not { } judged)
            return;
        var found = SuspiciousLabels.Find(judged.Predictions);
        page.Section("Suspicious labels");
        page.Text(FormattableString.Invariant(
            $"By confident learning: {found.Length:N0} of {judged.Predictions.Count:N0} {data.Parts[0].Split} images are labelled one class, but {judged.Model}, cross-validated, confidently sees another. The {Math.Min(Suspects, found.Length)} it is surest of:"));
        if (found.IsEmpty)
            return;
        var shown = found.Take(Suspects).ToList();
        page.Figures(ImageSheet.Draw(
            "suspicious", "Labelled one class, looks like another", data.Parts[0].Images,
            [.. shown.Select(label => (label.Position, $"{data.ClassNames[label.Label]} → {data.ClassNames[label.Suggested]}"))], data.Caption, 8));
        page.Table(new PageTable(
            "suspicious",
            FormattableString.Invariant($"Margin: the probability of the class suggested less that of the label.{(found.Length > SuspectsListed ? $" The first {SuspectsListed}; data-suspicious.csv has all." : "")}"), ["image", "label", "suggested", "margin"],
            [.. found.Select(label => (ImmutableArray<PageCell>)[data.Parts[0].Name(label.Position), data.ClassNames[label.Label], data.ClassNames[label.Suggested], PageCell.Number(label.Margin, 4)])]) { RowsShown = SuspectsListed });
        _pictures.Add(new PixelPicture("suspicious", data.Parts[0].Images, [.. shown.Select(label => label.Position)]) { Columns = 8 });
    }

    private sealed class Shares(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
