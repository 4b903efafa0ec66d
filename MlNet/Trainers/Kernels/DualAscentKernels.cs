using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The two steps that dual coordinate ascent makes at a row: scores by soft-thresholded weights, and the move of the weights along the row.
/// The threshold is applied on the way, <c>w = v - min(max(v, -t), t)</c>, so that only one copy of the weights is kept near the processor.
/// </summary>
internal static unsafe class DualAscentKernels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Group = 5;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scores(float* x, int length, float* v, nint stride, int outputs, float threshold, float* scores)
    {
        if (threshold == 0)
        {
            ScoreKernels<TLanes, TVector>.ScoresOfRow(x, length, v, stride, outputs, scores);
            return;
        }

        TVector high = TLanes.Broadcast(threshold);
        TVector low = TLanes.Broadcast(-threshold);
        int k = 0;
        for (; k + Group <= outputs; k += Group)
        {
            float* v0 = v + (k * stride);
            TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0;
            for (nint j = 0; j < length; j += TLanes.Width)
            {
                TVector u = TLanes.Load(x + j);
                a0 = Add(u, TLanes.Load(v0 + j), low, high, a0);
                a1 = Add(u, TLanes.Load(v0 + stride + j), low, high, a1);
                a2 = Add(u, TLanes.Load(v0 + (2 * stride) + j), low, high, a2);
                a3 = Add(u, TLanes.Load(v0 + (3 * stride) + j), low, high, a3);
                a4 = Add(u, TLanes.Load(v0 + (4 * stride) + j), low, high, a4);
            }

            scores[k] = TLanes.Sum(a0);
            scores[k + 1] = TLanes.Sum(a1);
            scores[k + 2] = TLanes.Sum(a2);
            scores[k + 3] = TLanes.Sum(a3);
            scores[k + 4] = TLanes.Sum(a4);
        }

        for (; k < outputs; k++)
        {
            float* v0 = v + (k * stride);
            TVector a0 = TLanes.Zero;
            for (nint j = 0; j < length; j += TLanes.Width)
                a0 = Add(TLanes.Load(x + j), TLanes.Load(v0 + j), low, high, a0);
            scores[k] = TLanes.Sum(a0);
        }
    }

    /// <summary>Adds <c>steps[k]</c> times the row to each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Move(float* x, int length, float* v, nint stride, int outputs, float* steps)
    {
        int k = 0;
        for (; k + 2 <= outputs; k += 2)
        {
            float* v0 = v + (k * stride);
            float* v1 = v0 + stride;
            TVector s0 = TLanes.Broadcast(steps[k]), s1 = TLanes.Broadcast(steps[k + 1]);
            for (nint j = 0; j < length; j += TLanes.Width)
            {
                TVector u = TLanes.Load(x + j);
                TLanes.Store(v0 + j, TLanes.MultiplyAdd(u, s0, TLanes.Load(v0 + j)));
                TLanes.Store(v1 + j, TLanes.MultiplyAdd(u, s1, TLanes.Load(v1 + j)));
            }
        }

        if (k == outputs)
            return;
        float* last = v + (k * stride);
        TVector s = TLanes.Broadcast(steps[k]);
        for (nint j = 0; j < length; j += TLanes.Width)
            TLanes.Store(last + j, TLanes.MultiplyAdd(TLanes.Load(x + j), s, TLanes.Load(last + j)));
    }

    /// <summary>The move along one row and the scores of the next in one go, so that the weights pass by the processor once a step and not twice.</summary>
    internal static void MoveAndScores(float* x, float* next, int length, float* v, nint stride, int outputs, float* steps, float threshold, float* scores)
    {
        int k = 0;
        for (; k + Group <= outputs; k += Group)
            MoveAndScores5(x, next, length, v + (k * stride), stride, steps + k, threshold, scores + k);
        if (k == outputs)
            return;
        Move(x, length, v + (k * stride), stride, outputs - k, steps + k);
        Scores(next, length, v + (k * stride), stride, outputs - k, threshold, scores + k);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MoveAndScores5(float* x, float* next, int length, float* v0, nint stride, float* steps, float threshold, float* scores)
    {
        float* v1 = v0 + stride, v2 = v1 + stride, v3 = v2 + stride, v4 = v3 + stride;
        TVector s0 = TLanes.Broadcast(steps[0]), s1 = TLanes.Broadcast(steps[1]), s2 = TLanes.Broadcast(steps[2]);
        TVector s3 = TLanes.Broadcast(steps[3]), s4 = TLanes.Broadcast(steps[4]);
        TVector high = TLanes.Broadcast(threshold), low = TLanes.Broadcast(-threshold);
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0;
        for (nint j = 0; j < length; j += TLanes.Width)
        {
            TVector u = TLanes.Load(x + j), n = TLanes.Load(next + j);
            TVector t = TLanes.MultiplyAdd(u, s0, TLanes.Load(v0 + j));
            TLanes.Store(v0 + j, t);
            a0 = Add(n, t, low, high, a0);
            t = TLanes.MultiplyAdd(u, s1, TLanes.Load(v1 + j));
            TLanes.Store(v1 + j, t);
            a1 = Add(n, t, low, high, a1);
            t = TLanes.MultiplyAdd(u, s2, TLanes.Load(v2 + j));
            TLanes.Store(v2 + j, t);
            a2 = Add(n, t, low, high, a2);
            t = TLanes.MultiplyAdd(u, s3, TLanes.Load(v3 + j));
            TLanes.Store(v3 + j, t);
            a3 = Add(n, t, low, high, a3);
            t = TLanes.MultiplyAdd(u, s4, TLanes.Load(v4 + j));
            TLanes.Store(v4 + j, t);
            a4 = Add(n, t, low, high, a4);
        }

        scores[0] = TLanes.Sum(a0);
        scores[1] = TLanes.Sum(a1);
        scores[2] = TLanes.Sum(a2);
        scores[3] = TLanes.Sum(a3);
        scores[4] = TLanes.Sum(a4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Add(TVector x, TVector v, TVector low, TVector high, TVector sum) =>
        TLanes.MultiplyAdd(x, TLanes.Subtract(v, TLanes.Clamp(v, low, high)), sum);
}
