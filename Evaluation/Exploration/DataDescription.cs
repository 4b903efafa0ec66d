using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace MlNetFashion.Evaluation;

/// <summary>What can be said of a data set at a glance: where it is from, how many images each class has, its pixels, samples, and images that occur twice.</summary>
/// <param name="data">The data set.</param>
public sealed class DataDescription(ExploredData data)
{
    private const int SampleColumns = 10;
    private const int DuplicatesListed = 100;
    private const int DuplicatesShown = 12;
    private readonly Lazy<DataFrame> _frame = new(() => ImageFrame.Of(data.Parts, data.ClassNames));
    private readonly Lazy<DuplicateImages> _duplicates = new(() => DuplicateImages.Find(data.Parts));
    private readonly List<PixelPicture> _pictures = [];

    /// <summary>One row an image: see <see cref="ImageFrame"/>.</summary>
    public DataFrame Frame => _frame.Value;

    /// <summary>Images that occur more than once.</summary>
    public DuplicateImages Duplicates => _duplicates.Value;

    /// <summary>What there is to say of duplicates, a sentence.</summary>
    public string DuplicatesFinding
    {
        get
        {
            int within = Duplicates.Within.Count(), across = Duplicates.Across.Count();
            return Duplicates.Groups.IsEmpty
                ? "No image occurs twice, neither within a part nor across parts."
                : FormattableString.Invariant($"{within:N0} {(within == 1 ? "image occurs" : "images occur")} more than once within a part; ")
                    + (across == 0 ? "none occurs in more than one part." : FormattableString.Invariant($"{across:N0} {(across == 1 ? "occurs" : "occur")} in more than one part, so that some are judged by that were trained on."));
        }
    }

    /// <summary>Pixel pictures of the sections written so far.</summary>
    internal IReadOnlyList<PixelPicture> Pictures => _pictures;

    /// <summary>Writes description.html with its twins, images.csv and pictures.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Write(string folder)
    {
        var page = new ResultPage("description", data.Name, data.Source, data.Warning);
        Origin(page);
        Counts(page);
        Pixels(page);
        Samples(page);
        Repetitions(page);
        return ExplorationFiles.Write(folder, page, Frame, [.. _pictures.Select(picture => picture with { Comment = data.Caption.Warning })]);
    }

    private void Origin(ResultPage page)
    {
        page.Section("Where it is from");
        page.Table(new PageTable("origin", "What was read.", ["what", "value"], [.. data.Facts.Select(fact => (ImmutableArray<PageCell>)[fact.Name, fact.Value])]));
    }

    internal void Counts(ResultPage page)
    {
        var groups = data.Parts.Select(part => (part.Split, Counts: ImageFrame.Counts(ImageFrame.OfSplit(Frame, part.Split), data.ClassNames))).ToList();
        page.Section("Images of each class");
        page.Figures(ClassBars.Draw(
            "counts", "Images of each class", "images", data.ClassNames,
            [.. groups.Select(group => (group.Split, (IReadOnlyList<double>)[.. group.Counts.Select(count => (double)count)]))], 0, data.Caption));
        page.Table(new PageTable(
            "counts", "How many images each class has.", ["class", .. groups.Select(group => group.Split)],
            [.. data.ClassNames.Select((name, k) => (ImmutableArray<PageCell>)[name, .. groups.Select(group => PageCell.Count(group.Counts[k]))])]));
    }

    internal void Pixels(ResultPage page)
    {
        var first = ImageFrame.OfSplit(Frame, data.Parts[0].Split);
        string[] columns = [ImageFrame.Mean, ImageFrame.Deviation, ImageFrame.Black, ImageFrame.Brightest];
        var values = columns.Select(column => ImageFrame.ByClass(first, column, data.ClassNames)).ToList();
        page.Section("Pixels");
        page.Text("A pixel goes from 0, black, to 255, white.");
        page.Table(new PageTable(
            "parts", "All pixels of all images of a part.", ["part", "mean", "standard deviation", "black"],
            [
                .. data.Parts.Select(part => (part.Split, Overall: ImageFrame.Overall(ImageFrame.OfSplit(Frame, part.Split)))).Select(part => (ImmutableArray<PageCell>)
                    [part.Split, PageCell.Number(part.Overall.Mean, 2), PageCell.Number(part.Overall.Deviation, 2), PageCell.Percent(part.Overall.Black)]),
            ]));
        page.Figures(
            ClassBars.Draw("brightness", "Mean brightness", "grey value", data.ClassNames, [("mean of all pixels", values[0])], 1, data.Caption),
            ClassBars.Draw("black", "Share of black pixels", "share", data.ClassNames, [("share that is exactly 0", values[2])], 3, data.Caption));
        page.Table(new PageTable(
            "pixels", $"Means over the {data.Parts[0].Split} images of a class of what each image's pixels amount to.", ["class", "mean", "deviation", "black", "brightest"],
            [
                .. data.ClassNames.Select((name, k) => (ImmutableArray<PageCell>)
                    [name, PageCell.Number(values[0][k], 2), PageCell.Number(values[1][k], 2), PageCell.Percent(values[2][k]), PageCell.Number(values[3][k], 2)]),
                ["all", .. columns.Select(column => Overall(first, column))],
            ]));
    }

    internal void Samples(ResultPage page)
    {
        var part = data.Parts[0];
        var byClass = data.ClassNames.SelectMany((name, k) => part.OfClass(k, SampleColumns).Select(i => (Image: i, Label: name))).ToList();
        var first = Enumerable.Range(0, Math.Min(25, part.Images.Count)).Select(i => (i, data.ClassNames[part.Labels[i]])).ToList();
        var means = ClassMeans.Of(part, data.ClassNames.Count);
        page.Section("Samples");
        page.Figures(
            ImageSheet.Draw("samples", $"The first {SampleColumns} of each class", part.Images, byClass, data.Caption, SampleColumns),
            ImageSheet.Draw("first-25", "The first 25 images", part.Images, first, data.Caption),
            ImageSheet.Draw("class-means", "The mean image of each class", means, [.. data.ClassNames.Select((name, k) => (k, name))], data.Caption));
        _pictures.Add(new PixelPicture("samples", part.Images, [.. byClass.Select(item => item.Image)]) { Columns = SampleColumns });
        _pictures.Add(new PixelPicture("first-25", part.Images, [.. first.Select(item => item.i)]) { Columns = 5 });
        _pictures.Add(new PixelPicture("class-means", means, [.. Enumerable.Range(0, means.Count)]) { Columns = 5 });
    }

    internal void Repetitions(ResultPage page)
    {
        page.Section("Duplicates");
        page.Text(DuplicatesFinding);
        if (Duplicates.Groups.IsEmpty)
            return;
        var listed = Duplicates.Across.Concat(Duplicates.Within).ToList();
        var shown = listed.Take(DuplicatesShown).ToList();
        var images = ExplorationPictures.SideBySide(data.Parts, [.. shown.Select(group => new ImagePair(group[0], group[1], 0))]);
        page.Figures(ImageSheet.Draw(
            "duplicates", "The same image twice", images,
            [.. shown.Select((group, i) => (i, $"{data.ClassOf(group[0])} | {data.ClassOf(group[1])}"))], data.Caption, 4));
        page.Table(new PageTable(
            "duplicates", FormattableString.Invariant($"The images that occur more than once{(Duplicates.Groups.Length > DuplicatesListed ? $"; the first {DuplicatesListed}" : "")}."), ["image", "class", "again as", "of class"],
            [
                .. listed.Take(DuplicatesListed).Select(group => (ImmutableArray<PageCell>)
                    [data.NameOf(group[0]), data.ClassOf(group[0]), string.Join(", ", group.Skip(1).Select(data.NameOf)), string.Join(", ", group.Skip(1).Select(data.ClassOf).Distinct())]),
            ]));
    }

    private static PageCell Overall(DataFrame frame, string column) =>
        column == ImageFrame.Black ? PageCell.Percent(frame[column].Mean()) : PageCell.Number(frame[column].Mean(), 2);
}
