namespace Microsoft.ML.Trainers;

/// <summary>The logistic loss: log(1 + exp(-y s)), in single precision and at most that of a probability of 1e-8.</summary>
public sealed class LogLoss : ISupportSdcaClassificationLoss
{
    private const double LeastProbability = 1e-8;
    private const float Ln2 = 0.6931472f;
    private const float MostExponent = 128;
    private const float Square = 0.3069679f;
    private const float Cubic = 0.06558812f;
    private const float Quartic = 0.013555747f;

    /// <inheritdoc/>
    public double Loss(float output, float label)
    {
        float positive = Sigmoid(output);
        return -Math.Log(Math.Max(label > 0 ? positive : 1 - positive, LeastProbability));
    }

    /// <inheritdoc/>
    public float Derivative(float output, float label)
    {
        float positive = Sigmoid(output);
        return label > 0 ? positive - 1 : positive;
    }

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

    /// <summary>
    /// 1 / (1 + exp(-x)), by a quartic for the fractional power of two that is exact at both ends, as ML.NET's own is. What is left of 1 is the same on either
    /// side, so that the loss of a sure and right output is exactly zero.
    /// </summary>
    private static float Sigmoid(float value)
    {
        float exponent = MathF.Abs(value) * (1 / Ln2);
        if (float.IsNaN(exponent))
            return value;
        if (exponent >= MostExponent)
            return value < 0 ? 0 : 1;
        int whole = (int)exponent;
        float rest = exponent - whole;
        float power = 1 + rest + ((rest - 1) * rest * ((((Quartic * rest) + Cubic) * rest) + Square));
        float low = 1 / (1 + (BitConverter.Int32BitsToSingle((whole + 127) << 23) * power));
        return value < 0 ? low : 1 - low;
    }
}
