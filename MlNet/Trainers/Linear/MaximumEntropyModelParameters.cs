using System.Numerics.Tensors;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Trainers;

/// <summary>A linear model of several classes whose scores are probabilities: the soft-max of bias plus weights times features.</summary>
public sealed class MaximumEntropyModelParameters : LinearMulticlassModelParametersBase
{
    internal MaximumEntropyModelParameters(LinearMulticlassParts parts, ModelStatisticsBase? statistics = null)
        : base(parts, statistics)
    {
    }

    private protected override void FinishScores(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp<float>(scores, scores);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<float>(scores), scores);
    }

    private protected override void SaveModel(ModelSaveContext ctx) =>
        SaveBody(ctx, new ModelBlockHeader("MULTI LR", 0x00010003, 0x00010001, "MultiClassLRExec", MlNetAssemblies.StandardTrainers));
}
