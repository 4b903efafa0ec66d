using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetFashion.Pipelines;

/// <summary>Zalando's 70,000 images of clothing (Xiao, Rasul, Vollgraf 2017), ten classes, 28x28 grey.</summary>
public static class FashionMnist
{
    /// <summary>In the order of the class numbers.</summary>
    public static ImmutableArray<string> ClassNames => PublishedDataSet.FashionMnist.ClassNames;

    /// <summary>Reads the images from a folder that has them, else from where they are published, else the built-in sketch data where the options allow it.</summary>
    /// <param name="mlContext">The context the data is for.</param>
    /// <param name="options">Where to look; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">A folder that was named lacks a file, or the data is nowhere to be had.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message says which and how.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">A file cannot be read, or a download cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token in the options was cancelled.</exception>
    public static ImageDataSet Load(MLContext mlContext, DataSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        return new ImageDataSet(DataSetSource.Load(PublishedDataSet.FashionMnist, options ?? new DataSetOptions()), ClassNames);
    }
}
