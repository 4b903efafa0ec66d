namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Stops when the validation score falls back faster than the training score goes on.</summary>
/// <param name="threshold">The greatest ratio of the two.</param>
/// <param name="windowSize">How many training scores are looked at.</param>
public sealed class GeneralityToProgressRatioRule(float threshold = 0.01f, int windowSize = 5) : MovingWindowRule(threshold, windowSize)
{
    /// <inheritdoc/>
    public override bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate)
    {
        isBestCandidate = IsBest(validationScore);
        if (!Recent(trainingScore, out float best, out float average))
            return false;
        return LowerIsBetter
            ? (validationScore - Best) * best > Threshold * (average - best) * Best
            : (Best - validationScore) * best > Threshold * (best - average) * Best;
    }

    internal override EarlyStoppingRuleBase Fresh() => new GeneralityToProgressRatioRule(Threshold, WindowSize);
}
