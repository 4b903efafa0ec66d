namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A rule that remembers the best validation score.</summary>
public abstract class EarlyStoppingRule : EarlyStoppingRuleBase
{
    private float? _best;

    private protected EarlyStoppingRule()
    {
    }

    private protected float Best => _best ?? (LowerIsBetter ? float.PositiveInfinity : float.NegativeInfinity);

    private protected bool IsBest(float score)
    {
        bool best = LowerIsBetter ? score <= Best : score > Best;
        if (best)
            _best = score;
        return best;
    }
}
