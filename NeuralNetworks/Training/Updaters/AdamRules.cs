using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>See <see cref="Adam"/> and, with a weight decay, <see cref="AdamW"/>.</summary>
internal struct AdamRule<TSimd, TVector>(double beta1, double beta2, double epsilon, double weightDecay) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly double _beta1 = beta1;
    private readonly double _beta2 = beta2;
    private readonly double _weightDecay = weightDecay;
    private readonly TVector _new1 = TSimd.Set((float)(1 - beta1));
    private readonly TVector _new2 = TSimd.Set((float)(1 - beta2));
    private readonly TVector _epsilon = TSimd.Set((float)epsilon);
    private TVector _down;
    private TVector _kept;

    public static int States => 2;

    public void Begin(int step, double learningRate)
    {
        _down = TSimd.Set((float)(-learningRate * Math.Sqrt(1 - Math.Pow(_beta2, step)) / (1 - Math.Pow(_beta1, step))));
        _kept = TSimd.Set((float)(1 - (learningRate * _weightDecay)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(_new1, TSimd.Subtract(gradient, first), first);
        second = TSimd.MultiplyAdd(_new2, TSimd.Subtract(TSimd.Multiply(gradient, gradient), second), second);
        return TSimd.MultiplyAdd(_down, TSimd.Divide(first, TSimd.Add(TSimd.SquareRoot(second), _epsilon)), TSimd.Multiply(_kept, weights));
    }
}

/// <summary>See <see cref="Adamax"/>.</summary>
internal struct AdamaxRule<TSimd, TVector>(Adamax settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly double _beta1 = settings.Beta1;
    private readonly TVector _new1 = TSimd.Set((float)(1 - settings.Beta1));
    private readonly TVector _keep = TSimd.Set((float)settings.Beta2);
    private readonly TVector _epsilon = TSimd.Set((float)settings.Epsilon);
    private TVector _down;

    public static int States => 2;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)(-learningRate / (1 - Math.Pow(_beta1, step))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(_new1, TSimd.Subtract(gradient, first), first);
        second = TSimd.Max(TSimd.Multiply(_keep, second), TSimd.Abs(gradient));
        return TSimd.MultiplyAdd(_down, TSimd.Divide(first, TSimd.Add(second, _epsilon)), weights);
    }
}
