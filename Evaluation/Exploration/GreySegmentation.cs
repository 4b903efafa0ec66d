using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>A picture reduced to a few greys: its pixels put into K clusters by ML.NET's k-means, each pixel shown as the mean of its cluster.</summary>
public static class GreySegmentation
{
    /// <summary>The picture for K = 1 to <paramref name="most"/>, in order.</summary>
    /// <param name="mlContext">The context; its seed decides where clusters start.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="picture">Which of them.</param>
    /// <param name="most">The largest K, 6 by default.</param>
    public static GreyImages Of(MLContext mlContext, GreyImages images, int picture, int most = 6)
    {
        var pixels = images[picture].ToArray();
        var result = new byte[most * pixels.Length];
        var greys = pixels.Distinct().Count();
        for (var k = 1; k <= most; k++)
        {
            // With as many clusters as there are greys every grey is one.
            var clusters = k >= greys ? [.. pixels.Select(grey => (uint)grey)] : Clusters(mlContext, pixels, k);
            var means = clusters.Zip(pixels).GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.Average(pair => (double)pair.Second));
            for (var i = 0; i < pixels.Length; i++)
                result[(k - 1) * pixels.Length + i] = (byte)Math.Round(means[clusters[i]]);
        }

        return new GreyImages(result, images.Width, images.Height);
    }

    private static uint[] Clusters(MLContext mlContext, byte[] pixels, int k)
    {
        var data = mlContext.Data.LoadFromEnumerable(pixels.Select(grey => new Pixel { Features = [grey] }));
        var model = mlContext.Clustering.Trainers.KMeans(numberOfClusters: k).Fit(data);
        return [.. model.Transform(data).GetColumn<uint>("PredictedLabel")];
    }

    private sealed class Pixel
    {
        [VectorType(1)]
        public float[] Features { get; set; } = [];
    }
}
