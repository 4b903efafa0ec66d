using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Trainers;

/// <summary>A linear model of several classes whose scores are margins: bias plus weights times features, no probabilities.</summary>
public sealed class LinearMulticlassModelParameters : LinearMulticlassModelParametersBase
{
    internal LinearMulticlassModelParameters(LinearMulticlassParts parts, ModelStatisticsBase? statistics = null)
        : base(parts, statistics)
    {
    }

    private protected override void FinishScores(Span<float> scores)
    {
    }

    private protected override void SaveModel(ModelSaveContext ctx) =>
        SaveBody(ctx, new ModelBlockHeader("MCLINEAR", 0x00010001, 0x00010001, "MulticlassLinear", MlNetAssemblies.StandardTrainers));
}
