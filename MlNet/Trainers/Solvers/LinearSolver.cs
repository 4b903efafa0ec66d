using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>Fits linear models to packed rows with the widest vectors that this processor has.</summary>
internal static class LinearSolver
{
    /// <summary>
    /// Minimises the mean cross-entropy of a soft-max model with penalties l1 and l2 for the whole data set.
    /// Parameters: K biases, then K weight vectors.
    /// </summary>
    internal static QuasiNewtonResult Softmax(
        PackedRows rows, int classes, int[] labels, float[]? weights, float l2, int threads, float[] start, QuasiNewtonOptions options, Action<int, double, double> report)
    {
        if (Vector512.IsHardwareAccelerated)
            return Softmax<Lanes512, Vector512<float>>(rows, classes, labels, weights, l2, threads, start, options, report);
        if (Vector256.IsHardwareAccelerated)
            return Softmax<Lanes256, Vector256<float>>(rows, classes, labels, weights, l2, threads, start, options, report);
        return Softmax<Lanes128, Vector128<float>>(rows, classes, labels, weights, l2, threads, start, options, report);
    }

    /// <summary>As <see cref="Softmax(PackedRows, int, int[], float[], float, int, float[], QuasiNewtonOptions, Action{int, double, double})"/>, for a binary label: one bias, then one weight vector.</summary>
    internal static QuasiNewtonResult Logistic(
        PackedRows rows, float[] signs, float[]? weights, float l2, int threads, float[] start, QuasiNewtonOptions options, Action<int, double, double> report)
    {
        var loss = new LogisticLoss(signs, weights, TotalWeight(rows.Count, weights));
        if (Vector512.IsHardwareAccelerated)
            return Minimize<Lanes512, Vector512<float>>(rows, loss, l2, threads, start, options, report);
        if (Vector256.IsHardwareAccelerated)
            return Minimize<Lanes256, Vector256<float>>(rows, loss, l2, threads, start, options, report);
        return Minimize<Lanes128, Vector128<float>>(rows, loss, l2, threads, start, options, report);
    }

    internal static QuasiNewtonResult Softmax<TLanes, TVector>(
        PackedRows rows, int classes, int[] labels, float[]? weights, float l2, int threads, float[] start, QuasiNewtonOptions options, Action<int, double, double> report)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        double totalWeight = TotalWeight(rows.Count, weights);
        using ByteRows? bytes = classes > 1 ? ByteRows.TryMake(rows) : null;
        if (bytes is null)
            return Minimize<TLanes, TVector>(rows, new SoftmaxLoss<TLanes, TVector>(classes, labels, weights, totalWeight), l2, threads, start, options, report);
        var loss = new SoftmaxLoss<TLanes, TVector>(
            classes, Array.ConvertAll(bytes.Order, row => labels[row]), weights is null ? null : Array.ConvertAll(bytes.Order, row => weights[row]), totalWeight);
        return QuasiNewton.Minimize(new ByteObjective<TLanes, TVector>(bytes, loss, l2, threads, ByteProducts.Widest()), start, options, report);
    }

    private static QuasiNewtonResult Minimize<TLanes, TVector>(
        PackedRows rows, IBlockLoss loss, float l2, int threads, float[] start, QuasiNewtonOptions options, Action<int, double, double> report)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var objective = new LinearObjective<TLanes, TVector>(rows, loss, l2, threads);
        return QuasiNewton.Minimize(objective, start, options, report);
    }

    private static double TotalWeight(int rows, float[]? weights)
    {
        if (weights is null)
            return rows;
        double sum = 0;
        foreach (float weight in weights)
            sum += weight;
        return sum;
    }
}
