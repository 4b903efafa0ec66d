namespace MlNetFashion.Evaluation;

/// <summary>
/// What a model said about labelled rows, packed: true class, predicted class and one score a class for each row.
/// Immutable; a row here is a row that was judged, which is every row with a label and finite scores.
/// </summary>
public sealed class Predictions
{
    private readonly int[] _actual;
    private readonly int[] _predicted;
    private readonly float[] _scores;
    private readonly int[] _positions;

    private Predictions(int[] actual, int[] predicted, float[] scores, int[] positions, int classes)
    {
        _actual = actual;
        _predicted = predicted;
        _scores = scores;
        _positions = positions;
        Classes = classes;
        AreProbabilities = SumToOne();
    }

    /// <summary>The number of rows judged.</summary>
    public int Count => _actual.Length;

    /// <summary>The number of classes, and so of scores in a row.</summary>
    public int Classes { get; }

    /// <summary>The true class of each row.</summary>
    public ReadOnlySpan<int> Actual => _actual;

    /// <summary>The class with the highest score of each row, the first of equals.</summary>
    public ReadOnlySpan<int> Predicted => _predicted;

    /// <summary>The scores, [row, class], row by row.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Where each row stood in the data it came from, counted from 0: not every row need have been judged.</summary>
    public ReadOnlySpan<int> Positions => _positions;

    /// <summary>Whether the scores are probabilities: all between 0 and 1, each row summing to 1 within 0.001.</summary>
    public bool AreProbabilities { get; }

    /// <summary>The scores of one row, one a class.</summary>
    public ReadOnlySpan<float> ScoresOf(int row) => _scores.AsSpan(row * Classes, Classes);

    /// <summary>The score of the predicted class of one row.</summary>
    public float Confidence(int row) => _scores[row * Classes + _predicted[row]];

    /// <summary>Whether one row was classified rightly.</summary>
    public bool IsCorrect(int row) => _actual[row] == _predicted[row];

    /// <summary>The scores of one row as shares of one: themselves where they are probabilities, else their soft-max.</summary>
    public float[] SharesOf(int row)
    {
        var shares = ScoresOf(row).ToArray();
        if (AreProbabilities)
            return shares;

        var highest = shares.Max();
        for (var k = 0; k < shares.Length; k++)
            shares[k] = MathF.Exp(shares[k] - highest);
        var sum = shares.Sum();
        for (var k = 0; k < shares.Length; k++)
            shares[k] /= sum;
        return shares;
    }

    /// <summary>Packs rows; the arrays are taken over, not copied.</summary>
    /// <param name="actual">The true class of each row, 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="scores">[row, class], row by row.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="positions">Where the rows stood in their data; 0, 1, 2, ... where null.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A true class outside the range.</exception>
    public static Predictions From(int[] actual, float[] scores, int classes, int[]? positions = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (scores.Length != (long)actual.Length * classes)
        {
            throw new ArgumentException(
                $"{actual.Length} rows of {classes} classes need {(long)actual.Length * classes} scores. Received: {scores.Length}.", nameof(scores));
        }

        if (positions is not null && positions.Length != actual.Length)
        {
            throw new ArgumentException(
                $"{actual.Length} rows need as many positions. Received: {positions.Length}.", nameof(positions));
        }

        foreach (var k in actual)
        {
            if ((uint)k >= (uint)classes)
                throw new ArgumentOutOfRangeException(nameof(actual), k, $"A class index lies between 0 and {classes - 1}.");
        }

        var predicted = new int[actual.Length];
        for (var row = 0; row < predicted.Length; row++)
            predicted[row] = FirstMaximum(scores.AsSpan(row * classes, classes));
        return new Predictions(actual, predicted, scores, positions ?? [.. Enumerable.Range(0, actual.Length)], classes);
    }

    private static int FirstMaximum(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            if (scores[k] > scores[best])
                best = k;
        }

        return best;
    }

    private bool SumToOne()
    {
        for (var row = 0; row < Count; row++)
        {
            double sum = 0;
            foreach (var score in ScoresOf(row))
            {
                if (!(score >= 0 && score <= 1))
                    return false;
                sum += score;
            }

            if (Math.Abs(sum - 1) > 1e-3)
                return false;
        }

        return true;
    }
}
