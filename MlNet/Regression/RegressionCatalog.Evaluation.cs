using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class RegressionCatalog
{
    /// <summary>Judges scored data. Rows in which label or score are not a number are left out.</summary>
    /// <param name="data">The scored rows; read once, by a cursor.</param>
    /// <param name="labelColumnName">The true value, a Single.</param>
    /// <param name="scoreColumnName">The prediction, a Single.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is not there or of the wrong type.</exception>
    public RegressionMetrics Evaluate(IDataView data, string labelColumnName = "Label", string scoreColumnName = "Score")
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(scoreColumnName);
        DataViewSchema.Column label = ScoredColumns.Find(data.Schema, "Label", labelColumnName);
        DataViewSchema.Column score = ScoredColumns.Find(data.Schema, "Score", scoreColumnName);
        if (!label.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("label", label, "Single");
        if (!score.Type.Equals(NumberDataViewType.Single))
            throw ScoredColumns.Mismatch("score", score, "Single");
        double rows = 0, absolute = 0, squared = 0, loss = 0, labels = 0, labelSquares = 0;
        using DataViewRowCursor cursor = data.GetRowCursor([label, score]);
        ValueGetter<float> getLabel = cursor.GetGetter<float>(label);
        ValueGetter<float> getScore = cursor.GetGetter<float>(score);
        float truth = 0;
        float guess = 0;
        while (cursor.MoveNext())
        {
            getLabel(ref truth);
            getScore(ref guess);
            if (float.IsNaN(truth) || !float.IsFinite(guess))
                continue;
            double error = (double)guess - truth;
            float single = guess - truth;
            rows++;
            absolute += Math.Abs(error);
            squared += error * error;
            loss += single * single;
            labels += truth;
            labelSquares += (double)truth * truth;
        }

        double variation = labelSquares - (labels * labels / rows);
        return new RegressionMetrics(
            rows > 0 ? absolute / rows : 0, rows > 0 ? squared / rows : 0, rows > 0 ? 1 - (squared / variation) : 0, rows > 0 ? loss / rows : 0);
    }

    /// <summary>Trains and judges as often as there are folds, each time with another fold held out.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="estimator">The pipeline to train.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="labelColumnName">The true value in the scored rows.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    public IReadOnlyList<CrossValidationResult<RegressionMetrics>> CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string? samplingKeyColumnName = null,
        int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName));
}
