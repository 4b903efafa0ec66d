using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Matrices [depth, columns], laid out for the processor, that others are multiplied by; with a bias, if there is one.</summary>
internal abstract unsafe class ProductKernel
{
    public abstract int Columns { get; }

    /// <param name="matrices">Row-major: one matrix a group.</param>
    /// <param name="bias">One value a column of every group, or null.</param>
    /// <param name="groups">How many matrices there are.</param>
    /// <param name="depth">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    public static ProductKernel Create(ReadOnlySpan<float> matrices, ReadOnlySpan<float> bias, int groups, int depth, int columns) => SimdChoice.Current switch
    {
        SimdWidth.Bits512 => new ProductKernel<Simd512, Vector512<float>>(matrices, bias, groups, depth, columns),
        SimdWidth.Bits256 => new ProductKernel<Simd256, Vector256<float>>(matrices, bias, groups, depth, columns),
        SimdWidth.Bits128 => new ProductKernel<Simd128, Vector128<float>>(matrices, bias, groups, depth, columns),
        _ => new ProductKernel<SimdScalar, float>(matrices, bias, groups, depth, columns),
    };

    /// <summary>Runs a job with the matrix of a group.</summary>
    public abstract void Run(RunContext context, ProductJob job, int group);
}
