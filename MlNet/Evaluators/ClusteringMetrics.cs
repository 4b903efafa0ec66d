namespace Microsoft.ML.Data;

/// <summary>How well a clustering fits a data set.</summary>
public sealed class ClusteringMetrics
{
    internal ClusteringMetrics(double normalizedMutualInformation, double averageDistance, double daviesBouldinIndex)
    {
        NormalizedMutualInformation = normalizedMutualInformation;
        AverageDistance = averageDistance;
        DaviesBouldinIndex = daviesBouldinIndex;
    }

    /// <summary>The share of the entropy of the labels that the clusters explain, 0 to 1; NaN without labels.</summary>
    public double NormalizedMutualInformation { get; }

    /// <summary>The mean of the least scores: of the squared distances from the nearest centre.</summary>
    public double AverageDistance { get; }

    /// <summary>
    /// The mean over the clusters of the worst ratio of spread to distance with any other cluster (Davies and Bouldin, 1979); lower is better, 0 without features.
    /// </summary>
    public double DaviesBouldinIndex { get; }
}
