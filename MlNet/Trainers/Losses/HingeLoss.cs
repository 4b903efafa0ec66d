namespace Microsoft.ML.Trainers;

/// <summary>The hinge loss: max(0, margin - y s).</summary>
public sealed class HingeLoss : ISupportSdcaClassificationLoss
{
    private readonly float _margin;

    /// <param name="margin">The margin from which an output costs nothing.</param>
    public HingeLoss(float margin = 1)
    {
        _margin = margin;
    }

    /// <inheritdoc/>
    public double Loss(float output, float label) => Math.Max(0, _margin - (label > 0 ? output : -output));

    /// <inheritdoc/>
    public float Derivative(float output, float label)
    {
        float sign = label > 0 ? 1 : -1;
        return sign * output < _margin ? -sign : 0;
    }

    /// <inheritdoc/>
    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / scaledFeaturesNormSquared;

    /// <inheritdoc/>
    public float DualUpdate(float output, float label, float alpha, float invariant, int maxNumThreads)
    {
        float sign = label > 0 ? 1 : -1;
        float step = ((_margin - (sign * output)) * invariant) + (alpha * sign);
        return (sign * Math.Clamp(step, 0, 1)) - alpha;
    }

    /// <inheritdoc/>
    public double DualLoss(float label, float dual) => _margin * (label > 0 ? dual : -dual);
}
