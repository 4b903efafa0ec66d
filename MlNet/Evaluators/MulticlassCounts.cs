namespace Microsoft.ML.Data;

/// <summary>Counts the rows of a test set for <see cref="MulticlassClassificationMetrics"/>.</summary>
internal sealed class MulticlassCounts
{
    // The probability below which a wrong certainty costs no more; in single precision, as scores are.
    private const float Epsilon = 1e-15f;

    private readonly int _classes;
    private readonly double[][] _confusion;
    private readonly double[] _rowsOfClass;
    private readonly double[] _lossOfClass;
    private readonly double[] _rowsOfRank;
    private double _rows;
    private double _correct;
    private double _loss;

    internal MulticlassCounts(int classes)
    {
        _classes = classes;
        _confusion = new double[classes][];
        for (int k = 0; k < classes; k++)
            _confusion[k] = new double[classes];
        _rowsOfClass = new double[classes];
        _lossOfClass = new double[classes];
        _rowsOfRank = new double[classes + 1];
    }

    /// <summary>Adds a row with its zero-based class. A class that has no score counts as a wrong prediction. Scores that are not finite drop the row.</summary>
    internal void Add(int label, ReadOnlySpan<float> scores)
    {
        int predicted = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            if (!float.IsFinite(scores[k]))
                return;
            if (scores[k] > scores[predicted])
                predicted = k;
        }

        bool known = label < _classes;
        double loss = -Math.Log(known ? Math.Min(1, Math.Max(scores[label], Epsilon)) : Epsilon);
        _rows++;
        _loss += loss;
        _rowsOfRank[Rank(label, scores)]++;
        if (!known)
            return;
        _rowsOfClass[label]++;
        _lossOfClass[label] += loss;
        _confusion[label][predicted]++;
        if (predicted == label)
            _correct++;
    }

    internal MulticlassClassificationMetrics ToMetrics(int topK, string[] classNames)
    {
        double entropy = 0;
        double accuracies = 0;
        int present = 0;
        var perClassLoss = new double[_classes];
        for (int k = 0; k < _classes; k++)
        {
            if (_rowsOfClass[k] == 0)
                continue;
            present++;
            accuracies += _confusion[k][k] / _rowsOfClass[k];
            perClassLoss[k] = _lossOfClass[k] / _rowsOfClass[k];
            entropy += _rowsOfClass[k] * Math.Log(_rowsOfClass[k] / _rows);
        }

        entropy = -entropy / _rows;
        double logLoss = _rows > 0 ? _loss / _rows : 0;
        return new MulticlassClassificationMetrics(
            _rows > 0 ? _correct / _rows : 0,
            present > 0 ? accuracies / present : 0,
            logLoss,
            (entropy - logLoss) / entropy,
            perClassLoss,
            topK,
            topK > 0 ? TopKAccuracies(topK) : null,
            new ConfusionMatrix(_confusion, classNames));
    }

    /// <summary>How many classes come before the label's: greater scores, and equal ones of earlier classes. A class without a score ranks as if it were zero, but never first.</summary>
    private int Rank(int label, ReadOnlySpan<float> scores)
    {
        bool known = label < _classes;
        float score = known ? scores[label] : 0;
        int rank = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            if (scores[k] > score || (scores[k] == score && k < label))
                rank++;
        }

        return rank == 0 && !known ? _classes : rank;
    }

    private double[] TopKAccuracies(int topK)
    {
        var accuracies = new double[topK];
        double sum = 0;
        for (int k = 0; k < topK; k++)
        {
            // Behind the last rank nothing is left to add.
            if (k < _rowsOfRank.Length)
                sum += _rowsOfRank[k] / _rows;
            accuracies[k] = sum;
        }

        return accuracies;
    }
}
