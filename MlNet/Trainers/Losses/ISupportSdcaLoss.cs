namespace Microsoft.ML.Trainers;

/// <summary>A loss that stochastic dual coordinate ascent can minimise (Shalev-Shwartz and Zhang, 2013).</summary>
public interface ISupportSdcaLoss : IScalarLoss
{
    /// <summary>The part of a dual update that depends on the row alone: on its squared length over l2 times the number of rows.</summary>
    float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared);

    /// <summary>How far the dual variable of a row moves.</summary>
    float DualUpdate(float output, float label, float dual, float invariant, int maxNumThreads);

    /// <summary>What a row adds to the dual objective.</summary>
    double DualLoss(float label, float dual);
}
