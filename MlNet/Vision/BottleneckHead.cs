using System.Numerics.Tensors;

namespace Microsoft.ML.Vision;

/// <summary>Soft-max regression on features, trained by plain stochastic gradient descent: weights <c>[class][feature]</c> and a bias each.</summary>
internal sealed class BottleneckHead
{
    private const double Spread = 0.001;

    private readonly float[][] _gradients;

    /// <param name="features">The number of features.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="random">Draws the first weights: normal with a deviation of 0.001, cut off at two deviations. Biases start at 0.</param>
    internal BottleneckHead(int features, int classes, Random random)
    {
        Weights = [.. Enumerable.Range(0, classes).Select(_ => Enumerable.Range(0, features).Select(_ => (float)(Spread * TruncatedNormal(random))).ToArray())];
        Biases = new float[classes];
        _gradients = [.. Enumerable.Range(0, classes).Select(_ => new float[features])];
    }

    internal float[][] Weights { get; }

    internal float[] Biases { get; }

    /// <summary>Measures on some rows and, with a rate above 0, then takes a step down the gradient of the mean cross-entropy.</summary>
    /// <returns>Accuracy and mean cross-entropy before the step.</returns>
    internal (float Accuracy, float CrossEntropy) Step(Bottlenecks data, int first, int count, float learningRate)
    {
        var classes = Biases.Length;
        Span<float> probabilities = new float[classes];
        Span<float> biasGradients = new float[classes];
        foreach (var gradient in _gradients)
            Array.Clear(gradient);
        var right = 0;
        double loss = 0;
        for (var row = first; row < first + count; row++)
        {
            var features = data.Row(row);
            var label = (int)data.Labels[row];
            for (var k = 0; k < classes; k++)
                probabilities[k] = TensorPrimitives.Dot(Weights[k], features) + Biases[k];
            right += TensorPrimitives.IndexOfMax<float>(probabilities) == label ? 1 : 0;
            var largest = TensorPrimitives.Max<float>(probabilities);
            var logit = probabilities[label] - largest;
            TensorPrimitives.Subtract(probabilities, largest, probabilities);
            TensorPrimitives.Exp(probabilities, probabilities);
            var sum = TensorPrimitives.Sum<float>(probabilities);
            loss += MathF.Log(sum) - logit;
            if (learningRate <= 0)
                continue;
            for (var k = 0; k < classes; k++)
            {
                var error = (probabilities[k] / sum) - (k == label ? 1 : 0);
                TensorPrimitives.MultiplyAdd(features, error, _gradients[k], _gradients[k]);
                biasGradients[k] += error;
            }
        }

        for (var k = 0; k < classes && learningRate > 0; k++)
        {
            TensorPrimitives.MultiplyAdd(_gradients[k], -learningRate / count, Weights[k], Weights[k]);
            Biases[k] -= learningRate / count * biasGradients[k];
        }

        return ((float)right / count, (float)(loss / count));
    }

    /// <summary>Box and Muller's method; what lies beyond two deviations is drawn again.</summary>
    private static double TruncatedNormal(Random random)
    {
        while (true)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var value = radius * Math.Cos(2 * Math.PI * random.NextDouble());
            if (Math.Abs(value) < 2)
                return value;
        }
    }
}
