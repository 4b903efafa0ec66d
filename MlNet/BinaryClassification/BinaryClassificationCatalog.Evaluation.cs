using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class BinaryClassificationCatalog
{
    /// <summary>Judges scored data of a classifier with probabilities. Rows whose label or score is missing are left out.</summary>
    /// <param name="data">The scored rows; read once, by a cursor.</param>
    /// <param name="labelColumnName">The truth: a Boolean.</param>
    /// <param name="scoreColumnName">The score, a Single: above zero for true.</param>
    /// <param name="probabilityColumnName">The probability of true, a Single.</param>
    /// <param name="predictedLabelColumnName">A column that must be there; its values are not read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type, or one class is not there.</exception>
    public CalibratedBinaryClassificationMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel")
    {
        ArgumentException.ThrowIfNullOrEmpty(probabilityColumnName);
        return new CalibratedBinaryClassificationMetrics(Count(data, labelColumnName, scoreColumnName, probabilityColumnName, predictedLabelColumnName));
    }

    /// <summary>Judges scored data of a classifier without probabilities. Rows whose label or score is missing are left out.</summary>
    /// <param name="data">The scored rows; read once, by a cursor.</param>
    /// <param name="labelColumnName">The truth: a Boolean.</param>
    /// <param name="scoreColumnName">The score, a Single: above zero for true.</param>
    /// <param name="predictedLabelColumnName">A column that must be there; its values are not read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type, or one class is not there.</exception>
    public BinaryClassificationMetrics EvaluateNonCalibrated(
        IDataView data, string labelColumnName = "Label", string scoreColumnName = "Score", string predictedLabelColumnName = "PredictedLabel") =>
        new(Count(data, labelColumnName, scoreColumnName, null, predictedLabelColumnName));

    /// <summary>Trains and judges a classifier with probabilities as often as there are folds, each time with another fold held out.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="estimator">The pipeline to train.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="labelColumnName">The truth in the scored rows.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    public IReadOnlyList<CrossValidationResult<CalibratedBinaryClassificationMetrics>> CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string? samplingKeyColumnName = null,
        int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName));

    /// <summary>As <see cref="CrossValidate"/>, for a classifier without probabilities.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="estimator">The pipeline to train.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="labelColumnName">The truth in the scored rows.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    public IReadOnlyList<CrossValidationResult<BinaryClassificationMetrics>> CrossValidateNonCalibrated(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string? samplingKeyColumnName = null,
        int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => EvaluateNonCalibrated(scored, labelColumnName));

    private static BinaryCounts Count(IDataView data, string labelName, string scoreName, string? probabilityName, string predictedLabelName)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(labelName);
        ArgumentException.ThrowIfNullOrEmpty(scoreName);
        ArgumentException.ThrowIfNullOrEmpty(predictedLabelName);
        DataViewSchema.Column label = ScoredColumns.Find(data.Schema, "Label", labelName);
        DataViewSchema.Column score = ScoredColumns.Find(data.Schema, "Score", scoreName);
        DataViewSchema.Column? probability = probabilityName is null ? null : ScoredColumns.Find(data.Schema, "Probability", probabilityName);
        _ = ScoredColumns.Find(data.Schema, "PredictedLabel", predictedLabelName);
        if (label.Type is not BooleanDataViewType)
            throw ScoredColumns.Mismatch("label", label, "Boolean");
        if (!score.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("score", score, "Single");
        if (probability is { } given && !given.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("probability", given, "Single");

        var counts = new BinaryCounts();
        DataViewSchema.Column[] needed = [.. new DataViewSchema.Column?[] { label, score, probability }.OfType<DataViewSchema.Column>()];
        using DataViewRowCursor cursor = data.GetRowCursor(needed);
        ValueGetter<bool> getLabel = cursor.GetGetter<bool>(label);
        ValueGetter<float> getScore = cursor.GetGetter<float>(score);
        ValueGetter<float>? getProbability = probability is { } p ? cursor.GetGetter<float>(p) : null;
        bool truth = false;
        float value = 0;
        float chance = 0.5f;
        while (cursor.MoveNext())
        {
            getScore(ref value);
            if (!float.IsFinite(value))
                continue;
            getLabel(ref truth);
            getProbability?.Invoke(ref chance);
            counts.Add(truth, value, chance);
        }

        return counts;
    }
}
