namespace MlNetFashion.Evaluation;

/// <summary>The labels and scores of a scored view, read once. All rows are here, those that cannot be judged included.</summary>
/// <param name="Labels">The true class of each row; NaN where the label is missing.</param>
/// <param name="Scores">[row, score], row by row.</param>
/// <param name="ScoreCount">Scores in a row, at least 2.</param>
/// <param name="KnownNames">The names of the classes as far as the view tells them, in class order.</param>
internal sealed record ScoredRows(float[] Labels, float[] Scores, int ScoreCount, IReadOnlyList<string> KnownNames)
{
    /// <summary>Further classes than the model scores are believed up to here; beyond, a label is taken for something else.</summary>
    private const int MostClasses = 10_000;

    public int Count => Labels.Length;

    /// <summary>The classes in play: those scored, and any beyond them that occurs as a label.</summary>
    public int Classes { get; } = CountClasses(Labels, Scores, ScoreCount);

    /// <summary>One name for each of <see cref="Classes"/>; its number where the view has no name.</summary>
    public IReadOnlyList<string> ClassNames =>
        [.. Enumerable.Range(0, Classes).Select(k => k < KnownNames.Count && KnownNames[k].Length > 0 ? KnownNames[k] : FormattableString.Invariant($"{k}"))];

    public ReadOnlySpan<float> ScoresOf(int row) => Scores.AsSpan(row * ScoreCount, ScoreCount);

    /// <summary>
    /// The rows that can be judged, which are ML.NET's: the label is a whole number from 0, every score is finite. A class the model does not
    /// score gets probability 0, or −∞ where the scores are no probabilities: it is never predicted.
    /// </summary>
    public Predictions Judge()
    {
        var rows = Enumerable.Range(0, Count).Where(row => IsJudged(Labels[row], ScoresOf(row))).ToArray();
        var scores = new float[rows.Length * Classes];
        if (Classes > ScoreCount && rows.Any(row => ScoresOf(row).ContainsAnyExceptInRange(0f, 1f)))
            Array.Fill(scores, float.NegativeInfinity);
        for (var i = 0; i < rows.Length; i++)
            ScoresOf(rows[i]).CopyTo(scores.AsSpan(i * Classes));
        return Predictions.From([.. rows.Select(row => (int)Labels[row])], scores, Classes, rows);
    }

    private static int CountClasses(float[] labels, float[] scores, int scoreCount)
    {
        var classes = scoreCount;
        for (var row = 0; row < labels.Length; row++)
        {
            if (!IsJudged(labels[row], scores.AsSpan(row * scoreCount, scoreCount)))
                continue;
            if (labels[row] >= MostClasses)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"A label is a class index below {MostClasses} or a key. Received: {labels[row]:R} in row {row}, where the model scores {scoreCount} classes."));
            }

            classes = Math.Max(classes, (int)labels[row] + 1);
        }

        return classes;
    }

    private static bool IsJudged(float label, ReadOnlySpan<float> scores)
    {
        if (!(label >= 0) || label != MathF.Floor(label))
            return false;
        foreach (var score in scores)
        {
            if (!float.IsFinite(score))
                return false;
        }

        return true;
    }
}
