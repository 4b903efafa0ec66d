using System.Runtime.CompilerServices;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Trainers;

/// <summary>A linear model of several classes whose scores are probabilities: the soft-max of bias plus weights times features.</summary>
public sealed class MaximumEntropyModelParameters : LinearMulticlassModelParametersBase
{
    internal MaximumEntropyModelParameters(LinearMulticlassParts parts, ModelStatisticsBase? statistics = null)
        : base(parts, statistics)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void FinishScores(Span<float> scores)
    {
        // Plain loops: for the few classes of most models they are done before vector code would be compiled.
        float greatest = float.NegativeInfinity;
        foreach (float score in scores)
            greatest = score > greatest || float.IsNaN(score) ? score : greatest;
        float sum = 0;
        foreach (ref float score in scores)
        {
            score = MathF.Exp(score - greatest);
            sum += score;
        }

        float share = 1 / sum;
        foreach (ref float score in scores)
            score *= share;
    }

    private protected override void SaveModel(ModelSaveContext ctx) =>
        SaveBody(ctx, new ModelBlockHeader("MULTI LR", 0x00010003, 0x00010001, "MultiClassLRExec", MlNetAssemblies.StandardTrainers));
}
