using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetFashion.Pipelines;

/// <summary>70,000 handwritten digits (LeCun, Cortes, Burges 1998), ten classes, 28x28 grey.</summary>
public static class Mnist
{
    /// <summary>In the order of the class numbers.</summary>
    public static ImmutableArray<string> ClassNames => PublishedDataSet.Mnist.ClassNames;

    /// <summary>Reads the images from a folder that has them, else from where they are published.</summary>
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
        return new ImageDataSet(DataSetSource.Load(PublishedDataSet.Mnist, options ?? new DataSetOptions()), ClassNames);
    }
}
