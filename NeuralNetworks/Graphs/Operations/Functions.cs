using System.Numerics;
using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Functions of single or double precision over rows, which may be written over what is read.</summary>
internal static class Functions
{
    // What is put together of several functions goes in pieces that stay in the first cache.
    private const int Piece = 1024;

    public static void Apply<T>(in UnaryFunction function, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (function.Kind)
        {
            case UnaryKind.Absolute:
                TensorPrimitives.Abs(x, y);
                break;
            case UnaryKind.Negate:
                TensorPrimitives.Negate(x, y);
                break;
            case UnaryKind.Floor:
                TensorPrimitives.Floor(x, y);
                break;
            case UnaryKind.Ceiling:
                TensorPrimitives.Ceiling(x, y);
                break;
            case UnaryKind.Round:
                TensorPrimitives.Round(x, y);
                break;
            case UnaryKind.Square:
                TensorPrimitives.Multiply(x, x, y);
                break;
            case UnaryKind.SquareRoot:
                TensorPrimitives.Sqrt(x, y);
                break;
            case UnaryKind.ReciprocalSquareRoot:
                TensorPrimitives.ReciprocalSqrt(x, y);
                break;
            case UnaryKind.Reciprocal:
                TensorPrimitives.Reciprocal(x, y);
                break;
            case UnaryKind.Exponential:
                TensorPrimitives.Exp(x, y);
                break;
            case UnaryKind.ExponentialMinusOne:
                TensorPrimitives.ExpM1(x, y);
                break;
            case UnaryKind.Logarithm:
                TensorPrimitives.Log(x, y);
                break;
            case UnaryKind.LogarithmOfOnePlus:
                TensorPrimitives.LogP1(x, y);
                break;
            case UnaryKind.Sine:
                TensorPrimitives.Sin(x, y);
                break;
            case UnaryKind.Cosine:
                TensorPrimitives.Cos(x, y);
                break;
            case UnaryKind.Tangent:
                TensorPrimitives.Tan(x, y);
                break;
            case UnaryKind.ArcSine:
                TensorPrimitives.Asin(x, y);
                break;
            case UnaryKind.ArcCosine:
                TensorPrimitives.Acos(x, y);
                break;
            case UnaryKind.ArcTangent:
                TensorPrimitives.Atan(x, y);
                break;
            case UnaryKind.HyperbolicSine:
                TensorPrimitives.Sinh(x, y);
                break;
            case UnaryKind.HyperbolicCosine:
                TensorPrimitives.Cosh(x, y);
                break;
            case UnaryKind.HyperbolicTangent:
                TensorPrimitives.Tanh(x, y);
                break;
            case UnaryKind.ArcHyperbolicSine:
                TensorPrimitives.Asinh(x, y);
                break;
            case UnaryKind.ArcHyperbolicCosine:
                TensorPrimitives.Acosh(x, y);
                break;
            case UnaryKind.ArcHyperbolicTangent:
                TensorPrimitives.Atanh(x, y);
                break;
            case UnaryKind.Sigmoid:
                TensorPrimitives.Sigmoid(x, y);
                break;
            case UnaryKind.Clamp:
                Clamp(x, T.CreateTruncating(function.Alpha), T.CreateTruncating(function.Beta), y);
                break;
            default:
                Span<T> scratch = stackalloc T[Piece];
                for (var start = 0; start < x.Length; start += Piece)
                {
                    var count = Math.Min(Piece, x.Length - start);
                    Composite(function, x.Slice(start, count), y.Slice(start, count), scratch[..count]);
                }

                break;
        }
    }

    /// <summary>Values between two limits, which may be infinite.</summary>
    public static void Clamp<T>(ReadOnlySpan<T> x, T lowest, T highest, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (highest == T.PositiveInfinity)
        {
            TensorPrimitives.Max(x, lowest, y);
            return;
        }

        TensorPrimitives.Min(x, highest, y);
        if (lowest != T.NegativeInfinity)
            TensorPrimitives.Max(y, lowest, y);
    }

    private static void Composite<T>(in UnaryFunction function, ReadOnlySpan<T> x, Span<T> y, Span<T> t)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var alpha = T.CreateTruncating(function.Alpha);
        switch (function.Kind)
        {
            case UnaryKind.Sign:
                for (var i = 0; i < x.Length; i++)
                    y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? T.NegativeOne : x[i];
                break;
            case UnaryKind.Softplus:
                Softplus(x, y, t);
                break;
            case UnaryKind.Softsign:
                TensorPrimitives.Abs(x, t);
                TensorPrimitives.Add(t, T.One, t);
                TensorPrimitives.Divide(x, t, y);
                break;
            case UnaryKind.ErrorFunction:
                for (var i = 0; i < x.Length; i++)
                    y[i] = T.CreateTruncating(ErrorFunction(double.CreateTruncating(x[i])));
                break;
            case UnaryKind.LeakyRelu:
                TensorPrimitives.Min(x, T.Zero, t);
                TensorPrimitives.Multiply(t, alpha, t);
                TensorPrimitives.Max(x, T.Zero, y);
                TensorPrimitives.Add(y, t, y);
                break;
            case UnaryKind.Elu:
            case UnaryKind.Selu:
                TensorPrimitives.Min(x, T.Zero, t);
                TensorPrimitives.ExpM1(t, t);
                TensorPrimitives.Multiply(t, alpha, t);
                TensorPrimitives.Max(x, T.Zero, y);
                TensorPrimitives.Add(y, t, y);
                if (function.Kind == UnaryKind.Selu)
                    TensorPrimitives.Multiply(y, T.CreateTruncating(function.Beta), y);
                break;
            case UnaryKind.Celu:
                TensorPrimitives.Min(x, T.Zero, t);
                TensorPrimitives.Divide(t, alpha, t);
                TensorPrimitives.ExpM1(t, t);
                TensorPrimitives.Multiply(t, alpha, t);
                TensorPrimitives.Max(x, T.Zero, y);
                TensorPrimitives.Add(y, t, y);
                break;
            case UnaryKind.HardSigmoid:
                HardSigmoid(x, alpha, T.CreateTruncating(function.Beta), y);
                break;
            case UnaryKind.HardSwish:
                HardSigmoid(x, T.CreateTruncating(1d / 6), T.CreateTruncating(0.5), t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Swish:
                TensorPrimitives.Multiply(x, alpha, t);
                TensorPrimitives.Sigmoid(t, t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Gelu:
                for (var i = 0; i < x.Length; i++)
                {
                    var value = double.CreateTruncating(x[i]);
                    y[i] = T.CreateTruncating(value * (1 + ErrorFunction(value * Math.Sqrt(0.5))) / 2);
                }

                break;
            case UnaryKind.GeluByTangent:
                // x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2.
                TensorPrimitives.Multiply(x, x, t);
                TensorPrimitives.Multiply(t, T.CreateTruncating(0.044715), t);
                TensorPrimitives.Add(t, T.One, t);
                TensorPrimitives.Multiply(t, x, t);
                TensorPrimitives.Multiply(t, T.Sqrt(T.CreateTruncating(2) / T.Pi), t);
                TensorPrimitives.Tanh(t, t);
                TensorPrimitives.Add(t, T.One, t);
                TensorPrimitives.Multiply(t, T.CreateTruncating(0.5), t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Mish:
                Span<T> softplus = stackalloc T[x.Length];
                Softplus(x, softplus, t);
                TensorPrimitives.Tanh(softplus, softplus);
                TensorPrimitives.Multiply(x, softplus, y);
                break;
            case UnaryKind.ThresholdedRelu:
                for (var i = 0; i < x.Length; i++)
                    y[i] = x[i] > alpha ? x[i] : T.Zero;
                break;
            default:
                throw new ArgumentException($"A function of single numbers was expected. Received: {function.Kind}.", nameof(function));
        }
    }

    // ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|).
    private static void Softplus<T>(ReadOnlySpan<T> x, Span<T> y, Span<T> t)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Abs(x, t);
        TensorPrimitives.Negate(t, t);
        TensorPrimitives.Exp(t, t);
        TensorPrimitives.LogP1(t, t);
        TensorPrimitives.Max(x, T.Zero, y);
        TensorPrimitives.Add(y, t, y);
    }

    private static void HardSigmoid<T>(ReadOnlySpan<T> x, T slope, T offset, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(x, slope, y);
        TensorPrimitives.Add(y, offset, y);
        Clamp(y, T.Zero, T.One, y);
    }

    /// <summary>Of absolute error below 1.5e-7 (Abramowitz and Stegun 7.1.26); near 0 by its series, so that the relative error is small as well.</summary>
    private static double ErrorFunction(double x)
    {
        if (Math.Abs(x) < 0.1)
            return x * (1.1283791670955126 - (x * x * (0.37612638903183754 - (x * x * 0.11283791670955126))));
        var t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        var series = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.CopySign(1 - (series * Math.Exp(-x * x)), x);
    }
}
