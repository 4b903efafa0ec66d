using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Activations of single values and their derivatives, over plain vectors of whole-vector length.</summary>
internal static unsafe class Activations<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>y = f(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(Activation function, float alpha, float* x, float* y, int length)
    {
        var a = TSimd.Set(alpha);
        switch (function)
        {
            case Activation.Linear:
                for (var i = 0; i < length; i += TSimd.Width)
                    TSimd.Store(y + i, TSimd.Load(x + i));
                break;
            case Activation.Relu:
                for (var i = 0; i < length; i += TSimd.Width)
                    TSimd.Store(y + i, TSimd.Max(TSimd.Zero, TSimd.Load(x + i)));
                break;
            case Activation.LeakyRelu:
                for (var i = 0; i < length; i += TSimd.Width)
                {
                    var v = TSimd.Load(x + i);
                    TSimd.Store(y + i, TSimd.IfGreater(v, TSimd.Zero, v, TSimd.Multiply(a, v)));
                }

                break;
            case Activation.Elu:
                for (var i = 0; i < length; i += TSimd.Width)
                {
                    var v = TSimd.Load(x + i);
                    var below = TSimd.Multiply(a, TSimd.Subtract(Exponential<TSimd, TVector>.Of(v), TSimd.Set(1)));
                    TSimd.Store(y + i, TSimd.IfGreater(v, TSimd.Zero, v, below));
                }

                break;
            case Activation.Sigmoid:
                for (var i = 0; i < length; i += TSimd.Width)
                    TSimd.Store(y + i, Sigmoid(TSimd.Load(x + i)));
                break;
            case Activation.Tanh:
                for (var i = 0; i < length; i += TSimd.Width)
                {
                    // tanh x = 2 sigmoid(2x) - 1.
                    var v = TSimd.Load(x + i);
                    TSimd.Store(y + i, TSimd.MultiplyAdd(TSimd.Set(2), Sigmoid(TSimd.Add(v, v)), TSimd.Set(-1)));
                }

                break;
            case Activation.Gelu:
                for (var i = 0; i < length; i += TSimd.Width)
                {
                    var v = TSimd.Load(x + i);
                    TSimd.Store(y + i, TSimd.Multiply(v, NormalDistribution(v)));
                }

                break;
            default:
                throw new ArgumentException($"An activation of single values was expected. Received: {function}.");
        }
    }

    /// <summary>dx = dy * f'(x), where y is f(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(Activation function, float alpha, float* x, float* y, float* dy, float* dx, int length)
    {
        TVector a = TSimd.Set(alpha), one = TSimd.Set(1);
        for (var i = 0; i < length; i += TSimd.Width)
        {
            var g = TSimd.Load(dy + i);
            switch (function)
            {
                case Activation.Relu:
                    g = TSimd.IfGreater(TSimd.Load(x + i), TSimd.Zero, g, TSimd.Zero);
                    break;
                case Activation.LeakyRelu:
                    g = TSimd.IfGreater(TSimd.Load(x + i), TSimd.Zero, g, TSimd.Multiply(a, g));
                    break;
                case Activation.Elu:
                    g = TSimd.IfGreater(TSimd.Load(x + i), TSimd.Zero, g, TSimd.Multiply(g, TSimd.Add(TSimd.Load(y + i), a)));
                    break;
                case Activation.Sigmoid:
                    var s = TSimd.Load(y + i);
                    g = TSimd.Multiply(g, TSimd.Multiply(s, TSimd.Subtract(one, s)));
                    break;
                case Activation.Tanh:
                    var t = TSimd.Load(y + i);
                    g = TSimd.Multiply(g, TSimd.Subtract(one, TSimd.Multiply(t, t)));
                    break;
                case Activation.Gelu:
                    // f' = Phi(x) + x phi(x), phi(x) = exp(-x^2 / 2) / sqrt(2 pi).
                    var v = TSimd.Load(x + i);
                    var density = TSimd.Multiply(TSimd.Set(0.39894228f), Exponential<TSimd, TVector>.Of(TSimd.Multiply(TSimd.Set(-0.5f), TSimd.Multiply(v, v))));
                    g = TSimd.Multiply(g, TSimd.MultiplyAdd(v, density, NormalDistribution(v)));
                    break;
            }

            TSimd.Store(dx + i, g);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid(TVector x) =>
        TSimd.Divide(TSimd.Set(1), TSimd.Add(TSimd.Set(1), Exponential<TSimd, TVector>.Of(TSimd.Subtract(TSimd.Zero, x))));

    /// <summary>
    /// Phi(x) = 1 - phi(x) * t (b1 + b2 t + ... + b5 t^4), t = 1 / (1 + p x) for x at least 0, and 1 - Phi(-x) below; error under 1e-7
    /// (Abramowitz and Stegun 26.2.17).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector NormalDistribution(TVector x)
    {
        var t = TSimd.Divide(TSimd.Set(1), TSimd.MultiplyAdd(TSimd.Set(0.2316419f), TSimd.Abs(x), TSimd.Set(1)));
        var series = TSimd.MultiplyAdd(t, TSimd.Set(1.330274429f), TSimd.Set(-1.821255978f));
        series = TSimd.MultiplyAdd(t, series, TSimd.Set(1.781477937f));
        series = TSimd.MultiplyAdd(t, series, TSimd.Set(-0.356563782f));
        series = TSimd.Multiply(t, TSimd.MultiplyAdd(t, series, TSimd.Set(0.319381530f)));
        var density = TSimd.Multiply(TSimd.Set(0.39894228f), Exponential<TSimd, TVector>.Of(TSimd.Multiply(TSimd.Set(-0.5f), TSimd.Multiply(x, x))));
        var above = TSimd.Multiply(density, series);
        return TSimd.IfGreater(x, TSimd.Zero, TSimd.Subtract(TSimd.Set(1), above), above);
    }
}
