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
}
