using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Training and evaluation of anomaly detectors.</summary>
public sealed class AnomalyDetectionCatalog : TrainCatalogBase
{
    internal AnomalyDetectionCatalog(IHostEnvironment environment)
        : base(environment, nameof(AnomalyDetectionCatalog))
    {
        Trainers = new AnomalyDetectionTrainers(this);
    }

    /// <summary>The trainers.</summary>
    public AnomalyDetectionTrainers Trainers { get; }

    /// <summary>Judges scored data. Rows whose label or score is missing are left out.</summary>
    /// <param name="data">The scored rows; read once, by a cursor.</param>
    /// <param name="labelColumnName">The truth, a Boolean, or a Single that is above zero for an anomaly.</param>
    /// <param name="scoreColumnName">The score, a Single.</param>
    /// <param name="predictedLabelColumnName">A column that must be there; its values are not read.</param>
    /// <param name="falsePositiveCount">How many usual rows may have a greater score than the anomalies that count as detected.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type, or there are no anomalies, or nothing else.</exception>
    public AnomalyDetectionMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        int falsePositiveCount = 10)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(scoreColumnName);
        ArgumentException.ThrowIfNullOrEmpty(predictedLabelColumnName);
        ArgumentOutOfRangeException.ThrowIfNegative(falsePositiveCount);
        DataViewSchema.Column label = ScoredColumns.Find(data.Schema, "Label", labelColumnName);
        DataViewSchema.Column score = ScoredColumns.Find(data.Schema, "Score", scoreColumnName);
        ScoredColumns.Find(data.Schema, "PredictedLabel", predictedLabelColumnName);
        bool isBoolean = label.Type.Equals(BooleanDataViewType.Instance);
        if (!isBoolean && !label.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("label", label, "Boolean or Single");
        if (!score.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("score", score, "Single");
        var counts = new BinaryCounts();
        var rows = new List<(float Score, bool IsAnomaly)>();
        using DataViewRowCursor cursor = data.GetRowCursor([label, score]);
        ValueGetter<bool>? getBoolean = isBoolean ? cursor.GetGetter<bool>(label) : null;
        ValueGetter<float>? getSingle = isBoolean ? null : cursor.GetGetter<float>(label);
        ValueGetter<float> getScore = cursor.GetGetter<float>(score);
        while (cursor.MoveNext())
        {
            bool truth = false;
            float number = 0;
            float value = 0;
            getBoolean?.Invoke(ref truth);
            getSingle?.Invoke(ref number);
            getScore(ref value);
            if (float.IsNaN(number) || float.IsNaN(value))
                continue;
            rows.Add((value, truth || number > 0));
            counts.Add(truth || number > 0, value, float.NaN);
        }

        return new AnomalyDetectionMetrics(counts.Areas().Roc, Detected(rows, falsePositiveCount));
    }

    /// <summary>The same detector with another threshold: rows with a greater score are predicted to be anomalies.</summary>
    public AnomalyPredictionTransformer<TModel> ChangeModelThreshold<TModel>(AnomalyPredictionTransformer<TModel> model, float threshold)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.WithThreshold(threshold);
    }

    private static double Detected(List<(float Score, bool IsAnomaly)> rows, int falsePositiveCount)
    {
        double anomalies = rows.Count(row => row.IsAnomaly);
        int falsePositives = 0;
        int found = 0;
        foreach ((_, bool isAnomaly) in rows.OrderByDescending(row => row.Score))
        {
            if (isAnomaly)
                found++;
            else if (++falsePositives > falsePositiveCount)
                break;
        }

        return found / anomalies;
    }

    /// <summary>The trainers; they are extension methods of this class.</summary>
    public sealed class AnomalyDetectionTrainers : CatalogInstantiatorBase
    {
        internal AnomalyDetectionTrainers(AnomalyDetectionCatalog catalog)
            : base(catalog)
        {
        }
    }
}
