namespace Microsoft.ML.Trainers;

/// <summary>The logistic loss: log(1 + exp(-y s)).</summary>
public sealed class LogLoss : ISupportSdcaClassificationLoss
{
    /// <inheritdoc/>
    public double Loss(float output, float label)
    {
        double margin = label > 0 ? output : -output;
        return margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
    }

    /// <inheritdoc/>
    public float Derivative(float output, float label) => label > 0 ? -Sigmoid(-output) : Sigmoid(output);

    /// <inheritdoc/>
    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / MathF.Max(1, 0.25f + scaledFeaturesNormSquared);

    /// <inheritdoc/>
    public float DualUpdate(float output, float label, float dual, float invariant, int maxNumThreads) =>
        ((label > 0 ? Sigmoid(-output) : -Sigmoid(output)) - dual) * invariant;

    /// <inheritdoc/>
    public double DualLoss(float label, float dual)
    {
        double share = label > 0 ? dual : -dual;
        return share is > 0 and < 1 ? -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share)) : 0;
    }

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));
}
