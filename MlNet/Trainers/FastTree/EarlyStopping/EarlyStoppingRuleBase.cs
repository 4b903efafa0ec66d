namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Decides after each tree whether to grow more.</summary>
public abstract class EarlyStoppingRuleBase
{
    private protected EarlyStoppingRuleBase()
    {
    }

    /// <summary>Whether small scores are good ones. Trainers of trees, which score by error, set it.</summary>
    internal bool LowerIsBetter { get; set; }

    /// <summary>Whether to stop.</summary>
    /// <param name="validationScore">How well the trees so far do on the validation rows.</param>
    /// <param name="trainingScore">How well they do on the training rows.</param>
    /// <param name="isBestCandidate">Whether they never did better on the validation rows.</param>
    public abstract bool CheckScore(float validationScore, float trainingScore, out bool isBestCandidate);

    /// <summary>Forgets all scores, so that one rule can watch several trainings one after the other.</summary>
    internal abstract EarlyStoppingRuleBase Fresh();
}
