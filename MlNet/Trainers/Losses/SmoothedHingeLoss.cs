namespace Microsoft.ML.Trainers;

/// <summary>The hinge loss with its corner rounded over a width: quadratic there, linear beyond.</summary>
public sealed class SmoothedHingeLoss : ISupportSdcaClassificationLoss
{
    private readonly float _width;

    /// <param name="smoothingConstant">The width of the rounding; 0 gives the hinge loss.</param>
    public SmoothedHingeLoss(float smoothingConstant = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(smoothingConstant);
        _width = smoothingConstant;
    }

    /// <inheritdoc/>
    public double Loss(float output, float label)
    {
        double missing = 1 - (label > 0 ? output : -output);
        if (missing < 0)
            return 0;
        return missing < _width ? missing * missing / (2 * _width) : missing - (_width / 2);
    }

    /// <inheritdoc/>
    public float Derivative(float output, float label)
    {
        float sign = label > 0 ? 1 : -1;
        float missing = 1 - (sign * output);
        if (missing < 0)
            return 0;
        return missing < _width ? -sign * missing / _width : -sign;
    }

    /// <inheritdoc/>
    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / (_width + scaledFeaturesNormSquared);

    /// <inheritdoc/>
    public float DualUpdate(float output, float label, float alpha, float invariant, int maxNumThreads)
    {
        float sign = label > 0 ? 1 : -1;
        float share = alpha * sign;
        float step = ((1 - (sign * output) - (_width * share)) * invariant) + share;
        return (sign * Math.Clamp(step, 0, 1)) - alpha;
    }

    /// <inheritdoc/>
    public double DualLoss(float label, float dual)
    {
        double share = label > 0 ? dual : -dual;
        return share * (1 - (share * _width / 2));
    }
}
