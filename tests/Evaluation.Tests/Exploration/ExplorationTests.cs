using Microsoft.ML;
using MlNetFashion.Evaluation.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Exploration;

public class ExplorationTests
{
    private static readonly string[] Names = ["low", "middle", "high"];

    [Fact]
    public void Duplicates_are_found_within_and_across_parts()
    {
        var training = Part("training", [1, 2, 3, 4, 1, 2, 9, 9], [0, 1, 1, 2]);
        var test = Part("test", [5, 5, 3, 4], [0, 2]);

        var duplicates = DuplicateImages.Find([training, test]);

        Assert.Equal([[new ImagePlace(0, 0), new ImagePlace(0, 2)]], duplicates.Within);
        Assert.Equal([[new ImagePlace(0, 1), new ImagePlace(1, 1)]], duplicates.Across);
    }

    [Fact]
    public void The_frame_counts_and_averages()
    {
        var frame = ImageFrame.Of([Part("training", [0, 0, 10, 30, 0, 20, 40, 100], [2, 0, 2, 2]), Part("test", [7, 7], [1])], Names);
        var training = ImageFrame.OfSplit(frame, "training");

        Assert.Equal(5, frame.Rows.Count);
        Assert.Equal([1, 0, 3], ImageFrame.Counts(training, Names));
        Assert.Equal([0, 1, 0], ImageFrame.Counts(ImageFrame.OfSplit(frame, "test"), Names));
        Assert.Equal([20, 0, (0 + 10 + 70) / 3.0], ImageFrame.ByClass(training, ImageFrame.Mean, Names));
        Assert.Equal([0, 0, 0.5], ImageFrame.ByClass(training, ImageFrame.Black, Names));
        var (mean, deviation, black) = ImageFrame.Overall(training);
        Assert.Equal(25, mean, 12);
        Assert.Equal(Math.Sqrt(1000), deviation, 12);
        Assert.Equal(3 / 8.0, black, 12);
    }

    [Fact]
    public void Means_are_those_of_the_class()
    {
        var means = ClassMeans.Of(Part("training", [0, 10, 100, 50, 3, 21], [0, 2, 0]), 3);
        Assert.Equal([2, 16], means[0].ToArray().Select(v => (int)v));
        Assert.Equal([0, 0], means[1].ToArray().Select(v => (int)v));
        Assert.Equal([100, 50], means[2].ToArray().Select(v => (int)v));
    }

    [Fact]
    public void Segments_are_the_means_of_their_greys()
    {
        var picture = new GreyImages([0, 2, 4, 100, 104, 255], 3, 2);

        var segments = GreySegmentation.Of(new MLContext(0), picture, 0, 6);

        Assert.Equal(6, segments.Count);
        Assert.All(segments[0].ToArray(), grey => Assert.Equal(78, grey)); // the mean of all, 77.5, to even
        for (var k = 2; k <= 5; k++)
            Assert.InRange(segments[k - 1].ToArray().Distinct().Count(), 2, k);
        Assert.Equal([2, 2, 2, 102, 102, 255], segments[2].ToArray().Select(grey => (int)grey));
        Assert.Equal(picture[0].ToArray(), segments[5].ToArray());
    }

    [Fact]
    public void A_description_shows_images_that_occur_twice()
    {
        using var folder = new TemporaryFolder();
        var data = new ExploredData("made up", "a test", null, Names, [Part("training", [1, 2, 3, 4, 1, 2, 9, 9], [0, 1, 1, 2]), Part("test", [5, 5, 3, 4], [0, 2])])
        {
            Facts = [("checksum", "as published")],
        };

        var description = new DataDescription(data);
        var html = File.ReadAllText(description.Write(folder.Path));

        Assert.Equal("1 image occurs more than once within a part; 1 occurs in more than one part, so that some are judged by that were trained on.", description.DuplicatesFinding);
        Assert.Contains(description.DuplicatesFinding, html, StringComparison.Ordinal);
        Assert.Contains("as published", html, StringComparison.Ordinal);
        Assert.Contains("<title>middle | high</title>", html, StringComparison.Ordinal);
        Assert.Equal(
            ["image,class,again as,of class", "training 1,middle,test 1,high", "training 0,low,training 2,middle"],
            File.ReadAllLines(Path.Combine(folder.Path, "description-duplicates.csv")));
        Assert.Equal(["part,mean,standard deviation,black", "training,3.875,3.0998991919093113,0", "test,4.25,0.82915619758885,0"], File.ReadAllLines(Path.Combine(folder.Path, "description-parts.csv")));
    }

    [Fact]
    public void The_page_shows_everything_and_is_written_with_its_twins()
    {
        using var folder = new TemporaryFolder();
        var training = RandomImages.Part("training", 90, 1);
        var steps = new List<ExplorationProgress>();
        var data = new ExploredData("made up", "a test", null, Names, [training, RandomImages.Part("test", 30, 2)])
        {
            Picture = 3,
            Judged = ("a model", Suspicion(training)),
        };

        var page = new DataExploration(data, new Steps(steps)).Write(folder.Path, CancellationToken.None);

        var html = File.ReadAllText(page);
        foreach (var heading in new[] { "Images of each class", "Pixels", "Samples", "One image", "Duplicates", "Principal components", "Nearest pairs across classes", "Suspicious labels" })
            Assert.Contains($">{heading}</h2>", html, StringComparison.Ordinal);
        Assert.Contains("1 of 90 training images are labelled one class", html, StringComparison.Ordinal);
        Assert.Contains("<title>low → high</title>", html.Replace("middle → high", "low → high", StringComparison.Ordinal).Replace("high → low", "low → high", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var file in new[] { "data.md", "data.json", "images.csv", "figures/data-samples.png", "figures/data-segments.png", "figures/data-components.svg" })
            Assert.True(new FileInfo(Path.Combine(folder.Path, file)).Length > 0, file);
        Assert.Equal(121, File.ReadAllLines(Path.Combine(folder.Path, "images.csv")).Length);
        Assert.Contains(steps, step => step is { Share: > 0.9, Remaining: not null });

        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var empty = new TemporaryFolder();
        Assert.ThrowsAny<OperationCanceledException>(() => new DataExploration(data, new Steps(steps)).Write(empty.Path, stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    /// <summary>Right and sure everywhere but for the first row, which looks like another class.</summary>
    private static Predictions Suspicion(LabelledImages part)
    {
        var scores = new float[part.Labels.Length * 3];
        for (var row = 0; row < part.Labels.Length; row++)
        {
            var seen = row == 0 ? (part.Labels[row] + 2) % 3 : part.Labels[row];
            for (var k = 0; k < 3; k++)
                scores[row * 3 + k] = k == seen ? 0.9f : 0.05f;
        }

        return Predictions.From([.. part.Labels], scores, 3);
    }

    private static LabelledImages Part(string split, byte[] pixels, int[] labels) => new(split, new GreyImages(pixels, 2, 1), [.. labels]);

    private sealed class Steps(List<ExplorationProgress> list) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value) => list.Add(value);
    }
}
