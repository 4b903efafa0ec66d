using System.Globalization;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>The pictures of the data that the reports show.</summary>
internal static class DataPictures
{
    private const int MostSegments = 6;

    /// <summary>The first training images of each class.</summary>
    public static IEnumerable<Figure> SamplesOfEachClass(ReportContext context, int each)
    {
        var data = context.FashionMnist;
        var labels = data.TrainImages.Labels.ToArray();
        var items = from k in Enumerable.Range(0, data.ClassNames.Length) from image in First(labels, k, each) select (image, data.ClassNames[k]);
        yield return ImageSheet.Draw("samples", $"{(each == 1 ? "One image" : $"{each} images")} of each class", Images(data.TrainImages), [.. items], context.CaptionOf(data), Columns(each));
    }

    /// <summary>The first training images of some classes that are hard to tell apart.</summary>
    public static IEnumerable<Figure> SideBySide(ReportContext context, int each, params int[] classes)
    {
        var data = context.FashionMnist;
        var labels = data.TrainImages.Labels.ToArray();
        var items = from i in Enumerable.Range(0, each) from k in classes from image in First(labels, k, each).Skip(i).Take(1) select (image, data.ClassNames[k]);
        yield return ImageSheet.Draw("side-by-side", string.Join(", ", classes.Select(k => data.ClassNames[k])), Images(data.TrainImages), [.. items], context.CaptionOf(data), classes.Length);
    }

    /// <summary>The first training images with their labels.</summary>
    public static IEnumerable<Figure> FirstOfAll(ReportContext context, int count)
    {
        var data = context.FashionMnist;
        var items = Enumerable.Range(0, Math.Min(count, data.TrainCount)).Select(i => (i, data.ClassNames[data.TrainImages.Labels[i]]));
        yield return ImageSheet.Draw("first", $"The first {count} training images", Images(data.TrainImages), [.. items], context.CaptionOf(data));
    }

    /// <summary>One training image with its place and label.</summary>
    public static IEnumerable<Figure> One(ReportContext context, int image)
    {
        var data = context.FashionMnist;
        image = Math.Min(image, data.TrainCount - 1);
        var label = data.ClassNames[data.TrainImages.Labels[image]];
        var name = image.ToString(CultureInfo.InvariantCulture);
        yield return ImageSheet.Draw($"train-{name}", $"Training image {name}", Images(data.TrainImages), [(image, label)], context.CaptionOf(data));
    }

    /// <summary>One training image as a grid of grey values.</summary>
    public static IEnumerable<Figure> GreyValues(ReportContext context, int image)
    {
        var data = context.FashionMnist;
        yield return PixelGrid.Draw("grey-values", $"Training image {image.ToString(CultureInfo.InvariantCulture)} and its grey values", Images(data.TrainImages), image, context.CaptionOf(data));
    }

    /// <summary>One training image with its pixels grouped by brightness into 1 to 6 clusters (k-means), each pixel drawn as its cluster's mean.</summary>
    public static IEnumerable<Figure> Segmentation(ReportContext context, int image)
    {
        var data = context.FashionMnist;
        var sheet = GreySegmentation.Of(new MLContext(1), Images(data.TrainImages), image, MostSegments);
        var items = Enumerable.Range(1, MostSegments).Select(k => (k - 1, string.Create(CultureInfo.InvariantCulture, $"K = {k}")));
        yield return ImageSheet.Draw("segmentation", $"Training image {image.ToString(CultureInfo.InvariantCulture)} in K segments", sheet, [.. items], context.CaptionOf(data), MostSegments);
    }

    private static IEnumerable<int> First(byte[] labels, int k, int count) => Enumerable.Range(0, labels.Length).Where(i => labels[i] == k).Take(count);

    private static int Columns(int each) => each == 1 ? 5 : each * 2;

    private static GreyImages Images(PackedImages images) => new(images.Pixels.ToArray(), images.Width, images.Height);
}
