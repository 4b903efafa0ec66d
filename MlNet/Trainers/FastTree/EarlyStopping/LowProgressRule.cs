namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Stops when the last training scores are on average hardly worse than their best.</summary>
/// <param name="threshold">The share that counts as hardly worse.</param>
/// <param name="windowSize">How many scores are looked at.</param>
public sealed class LowProgressRule(float threshold = 0.01f, int windowSize = 5) : MovingWindowRule(threshold, windowSize)
{
    /// <inheritdoc/>
    public override bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate)
    {
        isBestCandidate = IsBest(validationScore);
        return Recent(trainingScore, out float best, out float average)
            && (LowerIsBetter ? best * (1 + Threshold) >= average : best * (1 - Threshold) <= average);
    }

    internal override EarlyStoppingRuleBase Fresh() => new LowProgressRule(Threshold, WindowSize);
}
