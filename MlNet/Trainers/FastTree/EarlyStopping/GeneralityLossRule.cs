namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Stops when the validation score is worse than the best by a share of it.</summary>
public sealed class GeneralityLossRule : EarlyStoppingRule
{
    /// <summary>A rule with this share, from 0 to 1.</summary>
    public GeneralityLossRule(float threshold = 0.01f)
    {
        if (threshold is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), $"A threshold from 0 to 1 was expected. Received: {threshold}.");
        Threshold = threshold;
    }

    /// <summary>The share.</summary>
    public float Threshold { get; }

    /// <inheritdoc/>
    public override bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate)
    {
        isBestCandidate = IsBest(validationScore);
        return LowerIsBetter ? validationScore > (1 + Threshold) * Best : validationScore < (1 - Threshold) * Best;
    }

    internal override EarlyStoppingRuleBase Fresh() => new GeneralityLossRule(Threshold);
}
