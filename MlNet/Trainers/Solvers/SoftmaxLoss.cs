using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>Cross-entropy of the soft-max over the scores: <c>w (log sum exp(s) - s[label])</c>.</summary>
internal sealed unsafe class SoftmaxLoss<TLanes, TVector> : IBlockLoss
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // The natural logarithm of 2, so many bits of it that a multiple is exact, and the rest.
    private const float Log2Upper = 0.693359375f;
    private const float Log2Rest = -2.12194440e-4f;

    // Added and taken away again it leaves a small float rounded: 1.5 times 2 to the 23.
    private const float Rounding = 12582912;
    private const float LeastExponent = -126 * (Log2Upper + Log2Rest);

    private readonly float[] _labels;
    private readonly float[] _weights;

    /// <summary>Zero-based labels, and row weights where they are not all one.</summary>
    internal SoftmaxLoss(int classes, int[] labels, float[]? weights, double totalWeight)
    {
        Outputs = classes;
        TotalWeight = totalWeight;
        GreatestDerivative = weights?.Max() ?? 1;

        // The rows that fill up the last vector weigh nothing.
        int padded = PackedRows.RoundUp(labels.Length, TLanes.Width);
        _labels = new float[padded];
        _weights = new float[padded];
        for (int row = 0; row < labels.Length; row++)
        {
            _labels[row] = labels[row];
            _weights[row] = weights?[row] ?? 1;
        }
    }

    public int Outputs { get; }

    public double TotalWeight { get; }

    public float GreatestDerivative { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Differentiate(int first, int rows, float* scores, nint stride)
    {
        double loss = 0;
        fixed (float* labels = &_labels[first], weights = &_weights[first])
        {
            for (int r = 0; r < rows; r += TLanes.Width)
            {
                TVector label = TLanes.Load(labels + r);
                TVector weight = TLanes.Load(weights + r);
                Differentiate(scores + r, stride, label, weight, out TVector sum, out TVector own);
                loss += TLanes.Sum(TLanes.Multiply(weight, TLanes.Subtract(TLanes.Log(sum), own)));
            }
        }

        return loss;
    }

    /// <summary>Differentiates one vector of rows, and gives what the loss is made of: scores are counted from each row's greatest.</summary>
    /// <param name="s">The scores.</param>
    /// <param name="stride">From one class to the next.</param>
    /// <param name="label">The labels.</param>
    /// <param name="weight">The weights.</param>
    /// <param name="sum">The sums of the exponentials.</param>
    /// <param name="own">The scores of the labels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Differentiate(float* s, nint stride, TVector label, TVector weight, out TVector sum, out TVector own)
    {
        TVector max = TLanes.Load(s);
        for (int k = 1; k < Outputs; k++)
            max = TLanes.Max(max, TLanes.Load(s + (k * stride)));
        TVector total = TLanes.Zero;
        TVector labels = TLanes.Zero;
        for (int k = 0; k < Outputs; k++)
        {
            TVector below = TLanes.Subtract(TLanes.Load(s + (k * stride)), max);
            TVector e = Exp(below);
            TLanes.Store(s + (k * stride), e);
            total = TLanes.Add(total, e);
            labels = TLanes.Add(labels, TLanes.WhereEqual(label, TLanes.Broadcast(k), below));
        }

        TVector scale = TLanes.Divide(weight, total);
        for (int k = 0; k < Outputs; k++)
        {
            TVector share = TLanes.Multiply(TLanes.Load(s + (k * stride)), scale);
            TLanes.Store(s + (k * stride), TLanes.Subtract(share, TLanes.WhereEqual(label, TLanes.Broadcast(k), weight)));
        }

        sum = total;
        own = labels;
    }

    /// <summary>
    /// The exponential of numbers up to zero in single precision: 2 to the power of a whole number, times Taylor's series for what is left, at most half the
    /// logarithm of 2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exp(TVector value)
    {
        TVector x = TLanes.Max(value, TLanes.Broadcast(LeastExponent));
        TVector rounding = TLanes.Broadcast(Rounding);
        TVector power = TLanes.Subtract(TLanes.MultiplyAdd(x, TLanes.Broadcast(1.44269504f), rounding), rounding);
        TVector rest = TLanes.MultiplyAdd(power, TLanes.Broadcast(-Log2Rest), TLanes.MultiplyAdd(power, TLanes.Broadcast(-Log2Upper), x));
        TVector one = TLanes.Broadcast(1);
        TVector series = TLanes.MultiplyAdd(rest, TLanes.Broadcast(1f / 5040), TLanes.Broadcast(1f / 720));
        series = TLanes.MultiplyAdd(series, rest, TLanes.Broadcast(1f / 120));
        series = TLanes.MultiplyAdd(series, rest, TLanes.Broadcast(1f / 24));
        series = TLanes.MultiplyAdd(series, rest, TLanes.Broadcast(1f / 6));
        series = TLanes.MultiplyAdd(series, rest, TLanes.Broadcast(0.5f));
        series = TLanes.MultiplyAdd(series, rest, one);
        series = TLanes.MultiplyAdd(series, rest, one);
        return TLanes.ScaleDown(series, power);
    }
}
