namespace Microsoft.ML.Trainers;

/// <summary>A model that can say how much each feature added to a score.</summary>
public interface ICalculateFeatureContribution
{
    /// <summary>The model as a calculator of contributions sees it.</summary>
    FeatureContributionCalculator FeatureContributionCalculator { get; }
}
