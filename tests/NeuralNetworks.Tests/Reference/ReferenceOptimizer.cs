namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>Update rules in double precision, as their papers (and Keras) state them.</summary>
internal static class ReferenceOptimizer
{
    /// <summary>Changes the values by their gradient; <paramref name="step"/> counts from 1.</summary>
    public static void Update(Optimizer optimizer, ReferenceParameter parameter, int step)
    {
        for (var i = 0; i < parameter.Values.Length; i++)
        {
            ref var w = ref parameter.Values[i];
            ref var a = ref parameter.State[0][i];
            ref var b = ref parameter.State[1][i];
            ref var c = ref parameter.State[2][i];
            var g = parameter.Gradient[i];
            var rate = optimizer.LearningRate;
            switch (optimizer)
            {
                case Sgd sgd:
                    a = (sgd.Momentum * a) - (rate * g);
                    w += sgd.Nesterov ? (sgd.Momentum * a) - (rate * g) : a;
                    break;
                case Adam adam:
                    w -= AdamStep(ref a, ref b, g, step, rate, adam.Beta1, adam.Beta2, adam.Epsilon);
                    break;
                case AdamW adam:
                    w -= rate * adam.WeightDecay * w;
                    w -= AdamStep(ref a, ref b, g, step, rate, adam.Beta1, adam.Beta2, adam.Epsilon);
                    break;
                case Adamax adamax:
                    a = (adamax.Beta1 * a) + ((1 - adamax.Beta1) * g);
                    b = Math.Max(adamax.Beta2 * b, Math.Abs(g));
                    w -= rate / (1 - Math.Pow(adamax.Beta1, step)) * a / (b + adamax.Epsilon);
                    break;
                case RmsProp rms:
                    a = (rms.Rho * a) + ((1 - rms.Rho) * g * g);
                    b = (rms.Rho * b) + ((1 - rms.Rho) * g);
                    c = (rms.Momentum * c) + (rate * g / Math.Sqrt(a - (rms.Centered ? b * b : 0) + rms.Epsilon));
                    w -= c;
                    break;
                case Adagrad adagrad:
                    a = (step == 1 ? adagrad.InitialAccumulator : a) + (g * g);
                    w -= rate * g / Math.Sqrt(a + adagrad.Epsilon);
                    break;
                case Adadelta adadelta:
                    a = (adadelta.Rho * a) + ((1 - adadelta.Rho) * g * g);
                    var d = -Math.Sqrt(b + adadelta.Epsilon) / Math.Sqrt(a + adadelta.Epsilon) * g;
                    b = (adadelta.Rho * b) + ((1 - adadelta.Rho) * d * d);
                    w += rate * d;
                    break;
                default:
                    throw new ArgumentException($"An optimiser with a reference rule was expected. Received: {optimizer.GetType().Name}.");
            }
        }
    }

    private static double AdamStep(ref double m, ref double v, double g, int step, double rate, double beta1, double beta2, double epsilon)
    {
        m = (beta1 * m) + ((1 - beta1) * g);
        v = (beta2 * v) + ((1 - beta2) * g * g);
        return rate * Math.Sqrt(1 - Math.Pow(beta2, step)) / (1 - Math.Pow(beta1, step)) * m / (Math.Sqrt(v) + epsilon);
    }
}
