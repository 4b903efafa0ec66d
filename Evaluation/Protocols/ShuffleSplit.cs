using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Independent random splits, as scikit-learn's <c>ShuffleSplit</c>: of each permutation of the rows the first are judged, the next trained on.
/// A row may be judged in several splits, or in none.
/// </summary>
/// <param name="Splits">How many, at least 1.</param>
/// <param name="TestFraction">Share of the rows judged, rounded up to whole rows; 0.1 by default.</param>
/// <param name="TrainFraction">Share trained on, rounded down; all the others where null.</param>
/// <param name="Seed">Where the drawing starts; the same seed gives the same splits.</param>
public sealed record ShuffleSplit(int Splits, double TestFraction = 0.1, double? TrainFraction = null, int Seed = 0) : Protocol
{
    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"{(Splits == 1 ? "hold-out" : $"{Splits} shuffle splits")}, {TestFraction * 100:0.##} % judged");

    /// <inheritdoc/>
    public override IReadOnlyList<Fold> Split(IReadOnlyList<int> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Splits, 1);
        var (train, test) = Sizes(labels.Count);
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Splits).Select(_ => Cut(Shuffled(Enumerable.Range(0, labels.Count), random), train, test))];
    }

    /// <summary>Rows trained on and judged, of <paramref name="rows"/>.</summary>
    /// <exception cref="ArgumentException">Fractions outside (0, 1), above 1 together, or too few rows for them.</exception>
    internal (int Train, int Test) Sizes(int rows)
    {
        if (!(TestFraction is > 0 and < 1) || TrainFraction is not null and not (> 0 and < 1) || TestFraction + (TrainFraction ?? 0) > 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The fractions judged and trained on lie between 0 and 1 and make no more than 1. Received: {TestFraction} and {TrainFraction ?? 1 - TestFraction}."));
        }

        var test = (int)Math.Ceiling(TestFraction * rows);
        var train = TrainFraction is { } fraction ? (int)Math.Floor(fraction * rows) : rows - test;
        return train > 0 && test > 0
            ? (train, test)
            : throw new ArgumentException(FormattableString.Invariant($"A split needs a row to train on and one to judge. Received: {rows} rows, {train} and {test}."));
    }

    internal static Fold Cut(ReadOnlySpan<int> permutation, int train, int test)
    {
        var judged = permutation[..test].ToArray();
        var trained = permutation.Slice(test, train).ToArray();
        Array.Sort(judged);
        Array.Sort(trained);
        return new Fold(ImmutableArray.Create(trained), ImmutableArray.Create(judged));
    }
}
