using System.Collections.Immutable;
using Microsoft.ML;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Labelled grey images, divided into training and test images, as ML.NET data. Columns: <c>Label</c> (text, the class's name) and
/// <c>Pixels</c> (Vector&lt;Single, 784&gt;, row by row, 0 for the background to 255).
/// </summary>
public sealed class ImageDataSet
{
    private readonly LoadedImages _images;

    internal ImageDataSet(LoadedImages images, ImmutableArray<string> classNames)
    {
        _images = images;
        ClassNames = classNames;
        Train = ToDataView(images.Train);
        Test = ToDataView(images.Test);
    }

    /// <summary>"Fashion-MNIST", or, where these are not the published images, what they are instead.</summary>
    public string Name => _images.Name;

    /// <summary>The folder the files are in, or "built-in sketch data".</summary>
    public string Source => _images.Source;

    /// <summary>The files with their MD5 sums, or the sketch's seed, counts and MD5: what somebody needs to know they have the same data.</summary>
    public string Checksum => _images.Checksum;

    /// <summary>The files that were read; none for the sketch data.</summary>
    public IReadOnlyList<DataFile> Files => _images.Files;

    /// <summary>Whether these are the published images, in whatever file format or order.</summary>
    public bool IsPublished => _images.IsPublished;

    /// <summary>Whether these are drawings: figures measured on them say nothing about Fashion-MNIST.</summary>
    public bool IsSketch => _images.IsSketch;

    /// <summary>A sentence to show the user where the data is not the published data; null where it is.</summary>
    public string? Notice => _images.Notice;

    /// <summary>In the order of the class numbers.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>The training images.</summary>
    public IDataView Train { get; }

    /// <summary>The test images.</summary>
    public IDataView Test { get; }

    /// <summary>The training images as bytes.</summary>
    public PackedImages TrainImages => _images.Train;

    /// <summary>The test images as bytes.</summary>
    public PackedImages TestImages => _images.Test;

    public int TrainCount => _images.Train.Count;

    public int TestCount => _images.Test.Count;

    /// <summary>Shape of an image.</summary>
    public TensorShape Shape => new(_images.Train.Height, _images.Train.Width, 1);

    /// <summary>Images as ML.NET data with this set's columns: a selection of these, or others of the same classes.</summary>
    /// <param name="images">The images.</param>
    /// <param name="numericLabels">Whether <c>Label</c> is the class's number (Single) instead of its name.</param>
    public IDataView ToDataView(PackedImages images, bool numericLabels = false)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new PackedImageView(images, numericLabels ? [] : ClassNames);
    }
}
