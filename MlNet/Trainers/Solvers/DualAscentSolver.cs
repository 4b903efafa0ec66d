using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>Dual coordinate ascent with the widest vectors that this processor has.</summary>
internal static class DualAscentSolver
{
    /// <summary>Biases, then weight vectors, of the pass with the least primal loss, and that pass.</summary>
    internal static (float[] Parameters, int BestIteration) Multiclass(
        PackedRows rows, int classes, int[] labels, float[]? weights, DualAscentOptions options, Action<DualAscentReport> report)
    {
        if (Vector512.IsHardwareAccelerated)
            return DualAscent<Lanes512, Vector512<float>>.Maximize(rows, classes, labels, weights, options, report);
        if (Vector256.IsHardwareAccelerated)
            return DualAscent<Lanes256, Vector256<float>>.Maximize(rows, classes, labels, weights, options, report);
        return DualAscent<Lanes128, Vector128<float>>.Maximize(rows, classes, labels, weights, options, report);
    }
}
