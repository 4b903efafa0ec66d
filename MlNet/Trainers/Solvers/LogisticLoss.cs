namespace Microsoft.ML.Trainers;

/// <summary>The logistic loss of a binary label: <c>w log(1 + exp(-y s))</c> with y = +1 or -1.</summary>
internal sealed unsafe class LogisticLoss : IBlockLoss
{
    private readonly float[] _signs;
    private readonly float[]? _weights;

    /// <summary>Labels as +1 and -1, and row weights where they are not all one.</summary>
    internal LogisticLoss(float[] signs, float[]? weights, double totalWeight)
    {
        _signs = signs;
        _weights = weights;
        TotalWeight = totalWeight;
    }

    public int Outputs => 1;

    public double TotalWeight { get; }

    public float GreatestDerivative => _weights?.Max() ?? 1;

    public double Differentiate(int first, int rows, float* scores, nint stride)
    {
        double loss = 0;
        for (int r = 0; r < rows; r++)
        {
            int row = first + r;
            if (row >= _signs.Length)
            {
                scores[r] = 0;
                continue;
            }

            float weight = _weights is null ? 1f : _weights[row];
            float margin = _signs[row] * scores[r];

            // Both forms of log(1 + e^-m) are exact where the exponential does not overflow.
            float e = MathF.Exp(-MathF.Abs(margin));
            loss += weight * (margin > 0 ? MathF.Log(1 + e) : MathF.Log(1 + e) - margin);
            float missed = margin > 0 ? e / (1 + e) : 1 / (1 + e);
            scores[r] = -weight * _signs[row] * missed;
        }

        return loss;
    }
}
