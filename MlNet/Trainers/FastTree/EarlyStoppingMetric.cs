namespace Microsoft.ML.Trainers.FastTree;

/// <summary>By which error early stopping judges.</summary>
public enum EarlyStoppingMetric
{
    /// <summary>The mean distance.</summary>
    L1Norm = 1,

    /// <summary>The root of the mean squared distance.</summary>
    L2Norm = 2,
}
