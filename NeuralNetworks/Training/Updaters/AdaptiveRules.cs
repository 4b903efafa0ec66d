using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Training;

/// <summary>See <see cref="RmsProp"/>, neither centred nor with momentum.</summary>
internal struct RmsPropRule<TSimd, TVector>(RmsProp settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly TVector _new = TSimd.Set((float)(1 - settings.Rho));
    private readonly TVector _epsilon = TSimd.Set((float)settings.Epsilon);
    private TVector _down;

    public static int States => 1;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(_new, TSimd.Subtract(TSimd.Multiply(gradient, gradient), first), first);
        return TSimd.MultiplyAdd(_down, TSimd.Divide(gradient, TSimd.SquareRoot(TSimd.Add(first, _epsilon))), weights);
    }
}

/// <summary>See <see cref="RmsProp"/>, with momentum, centred or not.</summary>
internal struct FullRmsPropRule<TSimd, TVector>(RmsProp settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly TVector _new = TSimd.Set((float)(1 - settings.Rho));
    private readonly TVector _keep = TSimd.Set((float)settings.Momentum);
    private readonly TVector _epsilon = TSimd.Set((float)settings.Epsilon);
    private readonly TVector _centered = TSimd.Set(settings.Centered ? 1 : 0);
    private TVector _down;

    public static int States => 3;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(_new, TSimd.Subtract(TSimd.Multiply(gradient, gradient), first), first);
        second = TSimd.MultiplyAdd(_new, TSimd.Subtract(gradient, second), second);
        var spread = TSimd.Subtract(first, TSimd.Multiply(_centered, TSimd.Multiply(second, second)));
        var step = TSimd.Multiply(_down, TSimd.Divide(gradient, TSimd.SquareRoot(TSimd.Add(spread, _epsilon))));
        third = TSimd.MultiplyAdd(_keep, third, step);
        return TSimd.Add(weights, third);
    }
}

/// <summary>See <see cref="Adagrad"/>.</summary>
internal struct AdagradRule<TSimd, TVector>(Adagrad settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly TVector _epsilon = TSimd.Set((float)settings.Epsilon);
    private TVector _down;

    public static int States => 1;

    public void Begin(int step, double learningRate) => _down = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(gradient, gradient, first);
        return TSimd.MultiplyAdd(_down, TSimd.Divide(gradient, TSimd.SquareRoot(TSimd.Add(first, _epsilon))), weights);
    }
}

/// <summary>See <see cref="Adadelta"/>.</summary>
internal struct AdadeltaRule<TSimd, TVector>(Adadelta settings) : IUpdateRule<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly TVector _new = TSimd.Set((float)(1 - settings.Rho));
    private readonly TVector _epsilon = TSimd.Set((float)settings.Epsilon);
    private TVector _rate;

    public static int States => 2;

    public void Begin(int step, double learningRate) => _rate = TSimd.Set((float)-learningRate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply(TVector weights, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
    {
        first = TSimd.MultiplyAdd(_new, TSimd.Subtract(TSimd.Multiply(gradient, gradient), first), first);
        var ratio = TSimd.Divide(TSimd.Add(second, _epsilon), TSimd.Add(first, _epsilon));
        var step = TSimd.Multiply(TSimd.SquareRoot(ratio), gradient);
        second = TSimd.MultiplyAdd(_new, TSimd.Subtract(TSimd.Multiply(step, step), second), second);
        return TSimd.MultiplyAdd(_rate, step, weights);
    }
}
