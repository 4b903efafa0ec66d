namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Stops when the validation score got worse so many times in a row.</summary>
public sealed class ConsecutiveGeneralityLossRule : EarlyStoppingRule
{
    private float? _last;
    private int _losses;

    /// <summary>A rule that stops after so many losses.</summary>
    public ConsecutiveGeneralityLossRule(int windowSize = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowSize);
        WindowSize = windowSize;
    }

    /// <summary>The number of losses.</summary>
    public int WindowSize { get; }

    /// <inheritdoc/>
    public override bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate)
    {
        isBestCandidate = IsBest(validationScore);
        bool worse = _last is { } last && (LowerIsBetter ? validationScore > last : validationScore < last);
        _losses = worse ? _losses + 1 : 0;
        _last = validationScore;
        return _losses >= WindowSize;
    }

    internal override EarlyStoppingRuleBase Fresh() => new ConsecutiveGeneralityLossRule(WindowSize);
}
