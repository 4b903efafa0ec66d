using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class ClusteringCatalog
{
    /// <summary>Judges scored data.</summary>
    /// <param name="data">The scored rows.</param>
    /// <param name="labelColumnName">The true group, a key or a Single that is a zero-based number; null where there is none.</param>
    /// <param name="scoreColumnName">One distance a cluster, a vector of Single.</param>
    /// <param name="featureColumnName">The features, for the Davies-Bouldin index; null to leave it out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type.</exception>
    public ClusteringMetrics Evaluate(IDataView data, string? labelColumnName = null, string scoreColumnName = "Score", string? featureColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(scoreColumnName);
        DataViewSchema.Column score = ScoredColumns.Find(data.Schema, "Score", scoreColumnName);
        if (score.Type is not VectorDataViewType { IsKnownSize: true } scoreType || !scoreType.ItemType.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("score", score, "vector of one or more items of type Single");
        DataViewSchema.Column? label = labelColumnName is null ? null : ScoredColumns.Find(data.Schema, "Label", labelColumnName);
        if (label is { } found && found.Type is not KeyDataViewType && !found.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("label", found, "Single or Key");
        DataViewSchema.Column? features = featureColumnName is null ? null : ScoredColumns.Find(data.Schema, "Feature", featureColumnName);
        if (features is { } vector && (vector.Type is not VectorDataViewType { IsKnownSize: true } type || !type.ItemType.Equals(NumberDataViewType.Single)))
            throw ScoredColumns.Mismatch("feature", vector, "vector of items of type Single");
        return ClusteringEvaluation.Of(data, score, scoreType.Size, label, features);
    }

    /// <summary>Trains and judges as often as there are folds, each time with another fold held out.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="estimator">The pipeline to train.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="labelColumnName">The true group in the scored rows; null where there is none.</param>
    /// <param name="featuresColumnName">The features in the scored rows; null to leave the Davies-Bouldin index out.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    public IReadOnlyList<CrossValidationResult<ClusteringMetrics>> CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string? labelColumnName = null,
        string? featuresColumnName = null,
        string? samplingKeyColumnName = null,
        int? seed = null) =>
        CrossValidateFolds(
            data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName, featureColumnName: featuresColumnName));
}
