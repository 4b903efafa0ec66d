namespace Microsoft.ML.Data;

/// <summary>Counts the rows of a test set for <see cref="BinaryClassificationMetrics"/>.</summary>
internal sealed class BinaryCounts
{
    private readonly List<(float Score, bool Positive)> _scores = [];

    /// <summary>Rows <c>[actual][predicted]</c>, the positive class first.</summary>
    internal double[][] Confusion { get; } = [new double[2], new double[2]];

    internal double Rows => _scores.Count;

    /// <summary>The sum of the log losses, in bits.</summary>
    internal double Loss { get; private set; }

    /// <summary>Adds a row; it is predicted to be positive where its score is.</summary>
    internal void Add(bool positive, float score, float probability)
    {
        _scores.Add((score, positive));
        Confusion[positive ? 0 : 1][score > 0 ? 0 : 1]++;
        Loss -= Math.Log2(positive ? probability : 1 - (double)probability);
    }

    /// <summary>The areas under the ROC curve and under the precision-recall curve.</summary>
    internal (double Roc, double PrecisionRecall) Areas()
    {
        double positives = _scores.Count(row => row.Positive);
        double negatives = _scores.Count - positives;
        if (positives == 0)
            throw new ArgumentOutOfRangeException("PosSample", "AUC is not defined when there is no positive class in the data");
        if (negatives == 0)
            throw new ArgumentOutOfRangeException("NegSample", "AUC is not defined when there is no negative class in the data");

        // Rows of one score keep the order in which they came.
        (float Score, bool Positive)[] order = [.. _scores.OrderByDescending(row => row.Score)];
        double above = 0, seen = 0, lastPrecision = 1, lastRecall = 0, area = 0, wins = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = start;
            double tiedPositives = 0;
            while (end < order.Length && order[end].Score == order[start].Score)
                tiedPositives += order[end++].Positive ? 1 : 0;
            double tiedNegatives = end - start - tiedPositives;
            wins += tiedNegatives * (above + (tiedPositives / 2));
            for (int i = start; i < end; i++)
            {
                seen++;
                above += order[i].Positive ? 1 : 0;
                double precision = above / seen;
                double recall = above / positives;

                // The curve starts level with its first point.
                if (i == 0)
                    lastPrecision = precision;
                area += (recall - lastRecall) * (precision + lastPrecision) / 2;
                (lastPrecision, lastRecall) = (precision, recall);
            }

            start = end;
        }

        return (wins / (positives * negatives), area);
    }
}
