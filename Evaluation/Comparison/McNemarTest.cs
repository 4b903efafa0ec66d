using MathNet.Numerics.Distributions;

namespace MlNetFashion.Evaluation;

/// <summary>
/// McNemar's exact test (Q. McNemar, 1947): two models judged on the same rows. Only rows that one got right and the other wrong tell them
/// apart; were the models equally good, each such row would fall to either side like a coin.
/// </summary>
/// <param name="OnlyFirst">Rows that only the first model got right.</param>
/// <param name="OnlySecond">Rows that only the second got right.</param>
/// <param name="PValue">The chance of a split at least this uneven between equal models, two-sided.</param>
public sealed record McNemarTest(int OnlyFirst, int OnlySecond, double PValue)
{
    /// <summary>Compares two models row by row.</summary>
    /// <exception cref="ArgumentException">They were not judged on the same rows.</exception>
    public static McNemarTest Of(Predictions first, Predictions second)
    {
        if (!first.Positions.SequenceEqual(second.Positions) || !first.Actual.SequenceEqual(second.Actual))
        {
            throw new ArgumentException(
                "The two models must have been judged on the same rows. " +
                $"Received: {first.Count} and {second.Count} rows that differ in position or true class.", nameof(second));
        }

        int onlyFirst = 0, onlySecond = 0;
        for (var row = 0; row < first.Count; row++)
        {
            if (first.IsCorrect(row) && !second.IsCorrect(row))
                onlyFirst++;
            else if (!first.IsCorrect(row) && second.IsCorrect(row))
                onlySecond++;
        }

        return new McNemarTest(onlyFirst, onlySecond, TwoSided(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond));
    }

    internal static double TwoSided(int smaller, int total) => total == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, total, smaller));
}
