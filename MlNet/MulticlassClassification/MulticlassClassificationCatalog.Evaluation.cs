using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class MulticlassClassificationCatalog
{
    /// <summary>Judges scored data.</summary>
    /// <param name="data">The scored rows; read once, by a cursor.</param>
    /// <param name="labelColumnName">The true class: a key, or a Single that is the zero-based number of the class. Rows without one are left out.</param>
    /// <param name="scoreColumnName">One Single a class. The greatest, and of equals the first, is the prediction. Rows with a score that is not finite are left out.</param>
    /// <param name="predictedLabelColumnName">A column that must be there; its values are not read.</param>
    /// <param name="topKPredictionCount">Up to how many of the greatest scores the label is looked for; 0 for not at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type, or the count is negative.</exception>
    public MulticlassClassificationMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        int topKPredictionCount = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(scoreColumnName);
        ArgumentException.ThrowIfNullOrEmpty(predictedLabelColumnName);
        if (topKPredictionCount < 0)
            throw new ArgumentOutOfRangeException(nameof(topKPredictionCount), "Must be non-negative");

        DataViewSchema schema = data.Schema;
        DataViewSchema.Column label = ScoredColumns.Find(schema, "Label", labelColumnName);
        DataViewSchema.Column score = ScoredColumns.Find(schema, "Score", scoreColumnName);
        _ = ScoredColumns.Find(schema, "PredictedLabel", predictedLabelColumnName);
        if (score.Type is not VectorDataViewType { Size: >= 2, ItemType: NumberDataViewType { RawType: var raw } } scores || raw != typeof(float))
            throw ScoredColumns.Mismatch("score", score, "vector of two or more items of type Single");
        if (label.Type is not KeyDataViewType && !label.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("label", label, "Single or Key");

        var counts = new MulticlassCounts(scores.Size);
        Count(data, label, score, counts);
        string[] names = ScoredColumns.TextSlotNames(score, scores.Size)
            ?? [.. Enumerable.Range(0, scores.Size).Select(index => index.ToString(CultureInfo.InvariantCulture))];
        return counts.ToMetrics(topKPredictionCount, names);
    }

    private static void Count(IDataView data, DataViewSchema.Column label, DataViewSchema.Column score, MulticlassCounts counts)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([label, score]);
        Func<int> nextLabel = ScoredColumns.ClassLabels(cursor, label);
        var getter = cursor.GetGetter<VBuffer<float>>(score);
        VBuffer<float> scores = default;
        VBuffer<float> dense = default;
        while (cursor.MoveNext())
        {
            int index = nextLabel();
            if (index < 0)
                continue;
            getter(ref scores);
            if (scores.IsDense)
            {
                counts.Add(index, scores.GetValues());
                continue;
            }

            scores.CopyToDense(ref dense);
            counts.Add(index, dense.GetValues());
        }
    }
}
