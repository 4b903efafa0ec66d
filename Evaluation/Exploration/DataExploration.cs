using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Looks at a data set from all sides and puts what it sees on a page.</summary>
/// <param name="data">The data set.</param>
/// <param name="progress">Told what is being looked at.</param>
public sealed class DataExploration(ExploredData data, IProgress<ExplorationProgress> progress)
{
    private const int SampleColumns = 10;
    private const int Pairs = 24;
    private const int Suspects = 40;
    private const int SuspectsListed = 100;
    private const int ScatterPoints = 3000;
    private readonly FigureCaption _caption = new($"{data.Name} · {FormattableString.Invariant($"{data.Parts[0].Images.Count:N0}")} {data.Parts[0].Split} images", data.Warning is null ? null : "SKETCH DATA, NOT FASHION-MNIST");
    private readonly List<PixelPicture> _pictures = [];

    /// <summary>Looks, and writes data.html with its twins, images.csv and pictures.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellationToken">Stops the look; nothing is written.</param>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Write(string folder, CancellationToken cancellationToken)
    {
        var page = new ResultPage("data", data.Name, data.Source, data.Warning);
        Report("counting");
        var frame = ImageFrame.Of(data.Parts, data.ClassNames);
        Counts(page, frame);
        Pixels(page, frame);
        Samples(page);
        OnePicture(page, cancellationToken);
        Report("looking for duplicates");
        Duplicates(page, DuplicateImages.Find(data.Parts));
        Report("finding principal components");
        var components = PixelComponents.Of(data.Parts[0].Images, Math.Min(NearestPairs.Components, data.Parts[0].Images[0].Length), cancellationToken: cancellationToken);
        Scatter(page, components);
        NearestOfOtherClasses(page, components, cancellationToken);
        Suspicious(page);
        Report("writing the page");
        cancellationToken.ThrowIfCancellationRequested();
        return ExplorationFiles.Write(folder, page, frame, [.. _pictures.Select(picture => picture with { Comment = _caption.Warning })]);
    }

    private void Report(string doing) => progress.Report(new ExplorationProgress(doing, null, null));

    private void Counts(ResultPage page, DataFrame frame)
    {
        var groups = data.Parts.Select(part => (part.Split, Counts: ImageFrame.Counts(ImageFrame.OfSplit(frame, part.Split), data.ClassNames))).ToList();
        page.Section("Images of each class");
        page.Figures(ClassBars.Draw(
            "counts", "Images of each class", "images", data.ClassNames,
            [.. groups.Select(group => (group.Split, (IReadOnlyList<double>)[.. group.Counts.Select(count => (double)count)]))], 0, _caption));
        page.Table(new PageTable(
            "counts", "How many images each class has.", ["class", .. groups.Select(group => group.Split)],
            [.. data.ClassNames.Select((name, k) => (ImmutableArray<PageCell>)[name, .. groups.Select(group => PageCell.Count(group.Counts[k]))])]));
    }

    private void Pixels(ResultPage page, DataFrame frame)
    {
        var first = ImageFrame.OfSplit(frame, data.Parts[0].Split);
        string[] columns = [ImageFrame.Mean, ImageFrame.Deviation, ImageFrame.Black, ImageFrame.Brightest];
        var values = columns.Select(column => ImageFrame.ByClass(first, column, data.ClassNames)).ToList();
        page.Section("Pixels");
        page.Text($"Of the {data.Parts[0].Split} images. A pixel goes from 0, black, to 255, white.");
        page.Figures(
            ClassBars.Draw("brightness", "Mean brightness", "grey value", data.ClassNames, [("mean of all pixels", values[0])], 1, _caption),
            ClassBars.Draw("black", "Share of black pixels", "share", data.ClassNames, [("share that is exactly 0", values[2])], 3, _caption));
        page.Table(new PageTable(
            "pixels", "Means over the images of a class of what each image's pixels amount to.", ["class", "mean", "deviation", "black", "brightest"],
            [
                .. data.ClassNames.Select((name, k) => (ImmutableArray<PageCell>)
                    [name, PageCell.Number(values[0][k], 2), PageCell.Number(values[1][k], 2), PageCell.Percent(values[2][k]), PageCell.Number(values[3][k], 2)]),
                ["all", .. columns.Select(column => Overall(first, column))],
            ]));
    }

    private static PageCell Overall(DataFrame frame, string column) =>
        column == ImageFrame.Black ? PageCell.Percent(frame[column].Mean()) : PageCell.Number(frame[column].Mean(), 2);

    private void Samples(ResultPage page)
    {
        var part = data.Parts[0];
        var byClass = data.ClassNames.SelectMany((name, k) => part.OfClass(k, SampleColumns).Select(i => (Image: i, Label: name))).ToList();
        var first = Enumerable.Range(0, Math.Min(25, part.Images.Count)).Select(i => (i, data.ClassNames[part.Labels[i]])).ToList();
        var means = ClassMeans.Of(part, data.ClassNames.Count);
        page.Section("Samples");
        page.Figures(
            ImageSheet.Draw("samples", $"The first {SampleColumns} of each class", part.Images, byClass, _caption, SampleColumns),
            ImageSheet.Draw("first-25", "The first 25 images", part.Images, first, _caption),
            ImageSheet.Draw("class-means", "The mean image of each class", means, [.. data.ClassNames.Select((name, k) => (k, name))], _caption));
        _pictures.Add(new PixelPicture("samples", part.Images, [.. byClass.Select(item => item.Image)]) { Columns = SampleColumns });
        _pictures.Add(new PixelPicture("first-25", part.Images, [.. first.Select(item => item.i)]) { Columns = 5 });
        _pictures.Add(new PixelPicture("class-means", means, [.. Enumerable.Range(0, means.Count)]) { Columns = 5 });
    }

    private void OnePicture(ResultPage page, CancellationToken cancellationToken)
    {
        Report("segmenting a picture");
        cancellationToken.ThrowIfCancellationRequested();
        var part = data.Parts[0];
        var name = $"{part.Name(data.Picture)}, {data.ClassNames[part.Labels[data.Picture]]}";
        var segments = GreySegmentation.Of(new MLContext(0), part.Images, data.Picture);
        page.Section("One image");
        page.Figures(
            PixelGrid.Draw("pixels", $"{name}, in numbers", part.Images, data.Picture, _caption),
            ImageSheet.Draw("segments", $"{name}, in K greys found by k-means", segments, [.. Enumerable.Range(0, segments.Count).Select(i => (i, FormattableString.Invariant($"K = {i + 1}")))], _caption, 3));
        _pictures.Add(new PixelPicture("segments", segments, [.. Enumerable.Range(0, segments.Count)]) { Columns = 3 });
    }

    private void Duplicates(ResultPage page, DuplicateImages duplicates)
    {
        int within = duplicates.Within.Count(), across = duplicates.Across.Count();
        page.Section("Duplicates");
        page.Text(duplicates.Groups.IsEmpty
            ? "No image occurs twice, neither within a part nor across parts."
            : FormattableString.Invariant($"{within:N0} images occur more than once within a part; {across:N0} occur in more than one part, so that some are judged by that were trained on."));
        if (duplicates.Groups.IsEmpty)
            return;
        page.Table(new PageTable(
            "duplicates", "The first 100 of them.", ["image", "class", "again as", "of class"],
            [
                .. duplicates.Across.Concat(duplicates.Within).Take(100).Select(group => (ImmutableArray<PageCell>)
                    [Name(group[0]), ClassOf(group[0]), string.Join(", ", group.Skip(1).Select(Name)), string.Join(", ", group.Skip(1).Select(ClassOf).Distinct())]),
            ]));
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
        page.Figures(ScatterFigure.Draw("components", "Images along their first two principal components", ("first component", "second component"), points, data.ClassNames, _caption));
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
            [.. pairs.Select((pair, i) => (i, $"{ClassOf(pair.First)} | {ClassOf(pair.Second)}"))], _caption, 4));
        page.Table(new PageTable(
            "nearest-pairs", "The same as a table.", ["image", "class", "and", "of class", "distance"],
            [.. pairs.Select(pair => (ImmutableArray<PageCell>)[Name(pair.First), ClassOf(pair.First), Name(pair.Second), ClassOf(pair.Second), PageCell.Number(pair.Distance, 1)])]));
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
            [.. shown.Select(label => (label.Position, $"{data.ClassNames[label.Label]} → {data.ClassNames[label.Suggested]}"))], _caption, 8));
        page.Table(new PageTable(
            "suspicious",
            FormattableString.Invariant($"Margin: the probability of the class suggested less that of the label.{(found.Length > SuspectsListed ? $" The first {SuspectsListed}; data-suspicious.csv has all." : "")}"), ["image", "label", "suggested", "margin"],
            [.. found.Select(label => (ImmutableArray<PageCell>)[data.Parts[0].Name(label.Position), data.ClassNames[label.Label], data.ClassNames[label.Suggested], PageCell.Number(label.Margin, 4)])]) { RowsShown = SuspectsListed });
        _pictures.Add(new PixelPicture("suspicious", data.Parts[0].Images, [.. shown.Select(label => label.Position)]) { Columns = 8 });
    }

    private string Name(ImagePlace place) => data.Parts[place.Split].Name(place.Picture);

    private string ClassOf(ImagePlace place) => data.ClassNames[data.Parts[place.Split].Labels[place.Picture]];

    private sealed class Shares(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
