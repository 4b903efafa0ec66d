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
            var g = parameter.Gradient[i];
            var rate = optimizer.LearningRate;
            switch (optimizer)
            {
                case Sgd { Nesterov: true } sgd:
                    a = (sgd.Momentum * a) - (rate * g);
                    w += (sgd.Momentum * a) - (rate * g);
                    break;
                case Sgd sgd:
                    a = (sgd.Momentum * a) - (rate * g);
                    w += a;
                    break;
                case Adam adam:
                    a += (g - a) * (1 - adam.Beta1);
                    b += ((g * g) - b) * (1 - adam.Beta2);
                    w -= rate * Math.Sqrt(1 - Math.Pow(adam.Beta2, step)) / (1 - Math.Pow(adam.Beta1, step)) * a / (Math.Sqrt(b) + adam.Epsilon);
                    break;
                default:
                    throw new ArgumentException($"An optimiser with a reference rule was expected. Received: {optimizer.GetType().Name}.");
            }
        }
    }
}
