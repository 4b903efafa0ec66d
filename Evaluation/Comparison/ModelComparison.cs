namespace MlNetFashion.Evaluation;

/// <summary>Which of two models is better, in a sentence.</summary>
/// <param name="Sentence">As "cnn is better than mlp: 91.80 % against 88.20 %, p &lt; 0.001 (...).".</param>
/// <param name="PValue">The chance of such a difference between equally good models.</param>
/// <param name="IsSignificant">Whether the p-value is below the level asked for.</param>
public sealed record ModelComparison(string Sentence, double PValue, bool IsSignificant)
{
    /// <summary>Compares two models judged on the same test rows, by McNemar's exact test.</summary>
    /// <param name="firstName">What the first is called.</param>
    /// <param name="first">What it predicted.</param>
    /// <param name="secondName">What the second is called.</param>
    /// <param name="second">What it predicted on the same rows.</param>
    /// <param name="level">A p-value below it counts as a difference; 0.05 by default.</param>
    /// <exception cref="ArgumentException">They were not judged on the same rows.</exception>
    public static ModelComparison OnSameRows(
        string firstName, Predictions first, string secondName, Predictions second, double level = 0.05)
    {
        var test = McNemarTest.Of(first, second);
        var how = FormattableString.Invariant(
            $"McNemar's exact test on {first.Count:N0} rows: {test.OnlyFirst:N0} right by {firstName} alone, {test.OnlySecond:N0} by {secondName} alone");
        return Describe(firstName, Accuracy(first), secondName, Accuracy(second), test.PValue, level, how);
    }

    /// <summary>Compares two models by their accuracies on the same folds, by the corrected resampled t-test.</summary>
    /// <inheritdoc cref="ResampledTTest.Of"/>
    public static ModelComparison OnSameFolds(
        string firstName, IReadOnlyList<double> first, string secondName, IReadOnlyList<double> second,
        int trainRows, int testRows, double level = 0.05)
    {
        var test = ResampledTTest.Of(first, second, trainRows, testRows);
        var how = FormattableString.Invariant($"corrected resampled t-test over {first.Count} folds");
        return Describe(firstName, first.Average(), secondName, second.Average(), test.PValue, level, how);
    }

    private static ModelComparison Describe(
        string firstName, double first, string secondName, double second, double p, double level, string how)
    {
        var chance = p < 0.001 ? "p < 0.001" : "p = " + FixedDigits.Format(p, 3);
        var (better, other, high, low) = second > first ? (secondName, firstName, second, first) : (firstName, secondName, first, second);
        var figures = $"{FixedDigits.Format(high * 100, 2)} % against {FixedDigits.Format(low * 100, 2)} %, {chance} ({how}).";
        return p < level
            ? new ModelComparison($"{better} is better than {other}: {figures}", p, true)
            : new ModelComparison($"{firstName} and {secondName} cannot be told apart here: {figures}", p, false);
    }

    private static double Accuracy(Predictions predictions) =>
        ConfusionCounts.From(predictions.Actual, predictions.Predicted, predictions.Classes).Accuracy;
}
