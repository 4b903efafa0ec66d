using Microsoft.ML.Trainers;

namespace Microsoft.ML;

/// <summary>The k-means trainer, as a method of the trainer catalog.</summary>
public static class KMeansClusteringExtensions
{
    /// <summary>K-means.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="numberOfClusters">The number of clusters.</param>
    public static KMeansTrainer KMeans(
        this ClusteringCatalog.ClusteringTrainers catalog, string featureColumnName = "Features", string? exampleWeightColumnName = null, int numberOfClusters = 5) =>
        catalog.KMeans(new KMeansTrainer.Options
        {
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            NumberOfClusters = numberOfClusters,
        });

    /// <summary>K-means, with all options.</summary>
    public static KMeansTrainer KMeans(this ClusteringCatalog.ClusteringTrainers catalog, KMeansTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new KMeansTrainer(catalog.Environment, options);
    }
}
