namespace Microsoft.ML.Trainers;

/// <summary>Cross-entropy of the soft-max over the scores: <c>w (log sum exp(s) - s[label])</c>.</summary>
internal sealed unsafe class SoftmaxLoss<TLanes, TVector> : IBlockLoss
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly int[] _labels;
    private readonly float[]? _weights;

    /// <summary>Zero-based labels, and row weights where they are not all one.</summary>
    internal SoftmaxLoss(int classes, int[] labels, float[]? weights, double totalWeight)
    {
        Outputs = classes;
        _labels = labels;
        _weights = weights;
        TotalWeight = totalWeight;
    }

    public int Outputs { get; }

    public double TotalWeight { get; }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    public double Differentiate(int first, int rows, float* scores, nint stride)
    {
        float* logOfSum = stackalloc float[TLanes.Width];
        double loss = 0;
        for (int r = 0; r < rows; r += TLanes.Width)
        {
            int here = Math.Min(TLanes.Width, _labels.Length - first - r);
            float* s = scores + r;
            TVector max = TLanes.Load(s);
            for (int k = 1; k < Outputs; k++)
                max = TLanes.Max(max, TLanes.Load(s + (k * stride)));
            for (int i = 0; i < here; i++)
                loss -= (double)Weight(first + r + i) * s[(_labels[first + r + i] * stride) + i];

            TVector sum = TLanes.Zero;
            for (int k = 0; k < Outputs; k++)
            {
                TVector e = TLanes.Exp(TLanes.Subtract(TLanes.Load(s + (k * stride)), max));
                TLanes.Store(s + (k * stride), e);
                sum = TLanes.Add(sum, e);
            }

            TLanes.Store(logOfSum, TLanes.Add(max, TLanes.Log(sum)));
            TVector scale = TLanes.Divide(TLanes.Broadcast(1f), sum);
            for (int k = 0; k < Outputs; k++)
                TLanes.Store(s + (k * stride), TLanes.Multiply(TLanes.Load(s + (k * stride)), scale));

            for (int i = 0; i < here; i++)
            {
                loss += (double)Weight(first + r + i) * logOfSum[i];
                s[(_labels[first + r + i] * stride) + i] -= 1f;
            }

            if (_weights is not null || here < TLanes.Width)
                Weigh(first + r, here, s, stride);
        }

        return loss;
    }

    private void Weigh(int first, int here, float* s, nint stride)
    {
        for (int k = 0; k < Outputs; k++)
        {
            for (int i = 0; i < TLanes.Width; i++)
                s[(k * stride) + i] = i < here ? s[(k * stride) + i] * Weight(first + i) : 0f;
        }
    }

    private float Weight(int row) => _weights is null ? 1f : _weights[row];
}
