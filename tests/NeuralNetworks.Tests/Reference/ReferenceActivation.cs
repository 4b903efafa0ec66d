namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>Activations by their definitions; softmax over groups of <c>channels</c> values.</summary>
internal static class ReferenceActivation
{
    public static double[] Forward(Activation function, double alpha, double[] x, int channels)
    {
        var y = new double[x.Length];
        if (function == Activation.Softmax)
        {
            for (var start = 0; start < x.Length; start += channels)
            {
                var max = x.AsSpan(start, channels).ToArray().Max();
                var sum = 0.0;
                for (var i = start; i < start + channels; i++)
                    sum += y[i] = Math.Exp(x[i] - max);
                for (var i = start; i < start + channels; i++)
                    y[i] /= sum;
            }

            return y;
        }

        for (var i = 0; i < x.Length; i++)
            y[i] = Value(function, alpha, x[i]);
        return y;
    }

    /// <summary>Gradient by the input, from that by the output and the values before (<paramref name="x"/>) and after (<paramref name="y"/>).</summary>
    public static double[] Backward(Activation function, double alpha, double[] x, double[] y, double[] dy, int channels)
    {
        var dx = new double[x.Length];
        if (function == Activation.Softmax)
        {
            for (var start = 0; start < x.Length; start += channels)
            {
                var dot = 0.0;
                for (var i = start; i < start + channels; i++)
                    dot += y[i] * dy[i];
                for (var i = start; i < start + channels; i++)
                    dx[i] = y[i] * (dy[i] - dot);
            }

            return dx;
        }

        for (var i = 0; i < x.Length; i++)
            dx[i] = dy[i] * Slope(function, alpha, x[i], y[i]);
        return dx;
    }

    public static double DefaultAlpha(Activation function) => function == Activation.LeakyRelu ? 0.2 : 1;

    private static double Value(Activation function, double alpha, double x) => function switch
    {
        Activation.Linear => x,
        Activation.Relu => Math.Max(x, 0),
        Activation.LeakyRelu => x > 0 ? x : alpha * x,
        Activation.Elu => x > 0 ? x : alpha * (Math.Exp(x) - 1),
        Activation.Gelu => x * NormalDistribution(x),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
        Activation.Tanh => Math.Tanh(x),
        _ => throw new ArgumentException($"An activation of single values was expected. Received: {function}."),
    };

    private static double Slope(Activation function, double alpha, double x, double y) => function switch
    {
        Activation.Linear => 1,
        Activation.Relu => x > 0 ? 1 : 0,
        Activation.LeakyRelu => x > 0 ? 1 : alpha,
        Activation.Elu => x > 0 ? 1 : y + alpha,
        Activation.Gelu => NormalDistribution(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)),
        Activation.Sigmoid => y * (1 - y),
        Activation.Tanh => 1 - (y * y),
        _ => throw new ArgumentException($"An activation of single values was expected. Received: {function}."),
    };

    /// <summary>Phi(x) by its everywhere convergent series, Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...) (Marsaglia 2004).</summary>
    private static double NormalDistribution(double x)
    {
        if (Math.Abs(x) > 8)
            return x > 0 ? 1 : 0;
        double sum = x, term = x;
        for (var i = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); i += 2)
            sum += term *= x * x / i;
        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
