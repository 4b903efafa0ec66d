using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>See <see cref="Sgd"/>, without momentum.</summary>
internal struct SgdRule<TSimd, TVector> : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private TVector _down;

    public static int States => 0;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third) => TSimd.MultiplyAdd(_down, gradient, weights);
}

/// <summary>See <see cref="Sgd"/>, with momentum.</summary>
internal struct MomentumRule<TSimd, TVector>(Sgd settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly TVector _keep = TSimd.Set((float)settings.Momentum);
    private readonly bool _nesterov = settings.Nesterov;
    private TVector _down;

    public static int States => 1;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        var step = TSimd.Multiply(_down, gradient);
        first = TSimd.MultiplyAdd(_keep, first, step);
        return TSimd.Add(weights, _nesterov ? TSimd.MultiplyAdd(_keep, first, step) : first);
    }
}
