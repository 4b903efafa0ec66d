using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Functions of single precision over rows, which may be written over what is read.</summary>
internal static class Functions
{
    // What is put together of several functions goes in pieces that stay in the first cache.
    private const int Piece = 1024;

    public static void Apply(in UnaryFunction function, ReadOnlySpan<float> x, Span<float> y)
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
                Clamp(x, function.Alpha, function.Beta, y);
                break;
            default:
                Span<float> scratch = stackalloc float[Piece];
                for (var start = 0; start < x.Length; start += Piece)
                {
                    var count = Math.Min(Piece, x.Length - start);
                    Composite(function, x.Slice(start, count), y.Slice(start, count), scratch[..count]);
                }

                break;
        }
    }

    /// <summary>Values between two limits, which may be infinite.</summary>
    public static void Clamp(ReadOnlySpan<float> x, float lowest, float highest, Span<float> y)
    {
        if (highest == float.PositiveInfinity)
        {
            TensorPrimitives.Max(x, lowest, y);
            return;
        }

        TensorPrimitives.Min(x, highest, y);
        if (lowest != float.NegativeInfinity)
            TensorPrimitives.Max(y, lowest, y);
    }

    private static void Composite(in UnaryFunction function, ReadOnlySpan<float> x, Span<float> y, Span<float> t)
    {
        switch (function.Kind)
        {
            case UnaryKind.Sign:
                for (var i = 0; i < x.Length; i++)
                    y[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : x[i];
                break;
            case UnaryKind.Softplus:
                Softplus(x, y, t);
                break;
            case UnaryKind.Softsign:
                TensorPrimitives.Abs(x, t);
                TensorPrimitives.Add(t, 1, t);
                TensorPrimitives.Divide(x, t, y);
                break;
            case UnaryKind.ErrorFunction:
                for (var i = 0; i < x.Length; i++)
                    y[i] = (float)ErrorFunction(x[i]);
                break;
            case UnaryKind.LeakyRelu:
                TensorPrimitives.Min(x, 0, t);
                TensorPrimitives.Multiply(t, function.Alpha, t);
                TensorPrimitives.Max(x, 0, y);
                TensorPrimitives.Add(y, t, y);
                break;
            case UnaryKind.Elu:
            case UnaryKind.Selu:
                TensorPrimitives.Min(x, 0, t);
                TensorPrimitives.ExpM1(t, t);
                TensorPrimitives.Multiply(t, function.Alpha, t);
                TensorPrimitives.Max(x, 0, y);
                TensorPrimitives.Add(y, t, y);
                if (function.Kind == UnaryKind.Selu)
                    TensorPrimitives.Multiply(y, function.Beta, y);
                break;
            case UnaryKind.Celu:
                TensorPrimitives.Min(x, 0, t);
                TensorPrimitives.Divide(t, function.Alpha, t);
                TensorPrimitives.ExpM1(t, t);
                TensorPrimitives.Multiply(t, function.Alpha, t);
                TensorPrimitives.Max(x, 0, y);
                TensorPrimitives.Add(y, t, y);
                break;
            case UnaryKind.HardSigmoid:
                HardSigmoid(x, function.Alpha, function.Beta, y);
                break;
            case UnaryKind.HardSwish:
                HardSigmoid(x, 1f / 6, 0.5f, t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Swish:
                TensorPrimitives.Multiply(x, function.Alpha, t);
                TensorPrimitives.Sigmoid(t, t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Gelu:
                for (var i = 0; i < x.Length; i++)
                    y[i] = (float)(x[i] * (1 + ErrorFunction(x[i] * Math.Sqrt(0.5))) / 2);
                break;
            case UnaryKind.GeluByTangent:
                // x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2.
                TensorPrimitives.Multiply(x, x, t);
                TensorPrimitives.Multiply(t, 0.044715f, t);
                TensorPrimitives.Add(t, 1, t);
                TensorPrimitives.Multiply(t, x, t);
                TensorPrimitives.Multiply(t, MathF.Sqrt(2 / MathF.PI), t);
                TensorPrimitives.Tanh(t, t);
                TensorPrimitives.Add(t, 1, t);
                TensorPrimitives.Multiply(t, 0.5f, t);
                TensorPrimitives.Multiply(x, t, y);
                break;
            case UnaryKind.Mish:
                Span<float> softplus = stackalloc float[x.Length];
                Softplus(x, softplus, t);
                TensorPrimitives.Tanh(softplus, softplus);
                TensorPrimitives.Multiply(x, softplus, y);
                break;
            case UnaryKind.ThresholdedRelu:
                for (var i = 0; i < x.Length; i++)
                    y[i] = x[i] > function.Alpha ? x[i] : 0;
                break;
            default:
                throw new ArgumentException($"A function of single numbers was expected. Received: {function.Kind}.", nameof(function));
        }
    }

    // ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|).
    private static void Softplus(ReadOnlySpan<float> x, Span<float> y, Span<float> t)
    {
        TensorPrimitives.Abs(x, t);
        TensorPrimitives.Negate(t, t);
        TensorPrimitives.Exp(t, t);
        TensorPrimitives.LogP1(t, t);
        TensorPrimitives.Max(x, 0, y);
        TensorPrimitives.Add(y, t, y);
    }

    private static void HardSigmoid(ReadOnlySpan<float> x, float slope, float offset, Span<float> y)
    {
        TensorPrimitives.Multiply(x, slope, y);
        TensorPrimitives.Add(y, offset, y);
        Clamp(y, 0, 1, y);
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
