namespace Microsoft.ML.Trainers;

/// <summary>A model as a calculator of feature contributions sees it.</summary>
public sealed class FeatureContributionCalculator
{
    internal FeatureContributionCalculator(ICalculateFeatureContribution model)
    {
        Model = model;
    }

    internal ICalculateFeatureContribution Model { get; }
}
