namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Stops when the validation score is worse than the best by a fixed amount.</summary>
public sealed class TolerantEarlyStoppingRule : EarlyStoppingRule
{
    /// <summary>A rule with this amount, at least 0.</summary>
    public TolerantEarlyStoppingRule(float threshold = 0.01f)
    {
        if (!(threshold >= 0))
            throw new ArgumentOutOfRangeException(nameof(threshold), $"A threshold of at least 0 was expected. Received: {threshold}.");
        Threshold = threshold;
    }

    /// <summary>The amount.</summary>
    public float Threshold { get; }

    /// <inheritdoc/>
    public override bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate)
    {
        isBestCandidate = IsBest(validationScore);
        return (LowerIsBetter ? validationScore - Best : Best - validationScore) > Threshold;
    }

    internal override EarlyStoppingRuleBase Fresh() => new TolerantEarlyStoppingRule(Threshold);
}
