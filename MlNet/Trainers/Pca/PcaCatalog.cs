using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Principal component analysis, as a method of the transforms catalog.</summary>
public static class PcaCatalog
{
    /// <summary>Projects vectors onto the axes of their greatest variance.</summary>
    /// <param name="catalog">Where the estimator hangs.</param>
    /// <param name="outputColumnName">The projections: a vector of <paramref name="rank"/> Singles.</param>
    /// <param name="inputColumnName">The vectors, of Single and known size; null for the output's name.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="rank">The number of axes.</param>
    /// <param name="overSampling">Random directions beyond the rank; more make the axes more exact.</param>
    /// <param name="ensureZeroMean">Whether the mean is taken off first.</param>
    /// <param name="seed">The seed of the random directions; null for one that follows from the context's.</param>
    public static PrincipalComponentAnalyzer ProjectToPrincipalComponents(
        this TransformsCatalog catalog,
        string outputColumnName,
        string? inputColumnName = null,
        string? exampleWeightColumnName = null,
        int rank = 20,
        int overSampling = 20,
        bool ensureZeroMean = true,
        int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new PrincipalComponentAnalyzer(
            catalog.Environment, outputColumnName, inputColumnName, exampleWeightColumnName, rank, overSampling, ensureZeroMean, seed);
    }

    /// <summary>Detects anomalies by the part of a row that the principal axes of the training rows do not explain.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="rank">The number of axes.</param>
    /// <param name="oversampling">Random directions beyond the rank; more make the axes more exact.</param>
    /// <param name="ensureZeroMean">Whether the mean is taken off first.</param>
    /// <param name="seed">The seed; null for the context's random numbers.</param>
    public static RandomizedPcaTrainer RandomizedPca(
        this AnomalyDetectionCatalog.AnomalyDetectionTrainers catalog,
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        int rank = 20,
        int oversampling = 20,
        bool ensureZeroMean = true,
        int? seed = null) =>
        catalog.RandomizedPca(new RandomizedPcaTrainer.Options
        {
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            Rank = rank,
            Oversampling = oversampling,
            EnsureZeroMean = ensureZeroMean,
            Seed = seed,
        });

    /// <summary>As the other, with all options.</summary>
    public static RandomizedPcaTrainer RandomizedPca(this AnomalyDetectionCatalog.AnomalyDetectionTrainers catalog, RandomizedPcaTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new RandomizedPcaTrainer(catalog.Environment, options);
    }
}
