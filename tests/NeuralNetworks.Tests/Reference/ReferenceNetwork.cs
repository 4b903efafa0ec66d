using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>A whole network in double precision: forward, softmax cross-entropy, backward, update.</summary>
internal sealed class ReferenceNetwork
{
    private readonly List<ReferenceLayer> _layers = [];

    public ReferenceNetwork(NetworkArchitecture architecture, ImmutableArray<LayerParameters> parameters)
    {
        Architecture = architecture;
        var places = architecture.Resolve();
        for (var i = 0; i < places.Length; i++)
            _layers.Add(ReferenceLayer.Create(places[i], parameters[i]));
    }

    public NetworkArchitecture Architecture { get; }

    public IEnumerable<ReferenceParameter> Parameters => _layers.SelectMany(layer => layer.AllParameters);

    /// <summary>Images <c>[batch, height, width, channels]</c> to outputs <c>[batch, classes]</c>.</summary>
    public double[] Forward(double[] images, int batch, bool training)
    {
        var x = images;
        foreach (var layer in _layers)
            x = layer.Forward(x, batch, training);
        return x;
    }

    /// <summary>Mean cross-entropy plus penalties.</summary>
    public double Loss(double[] probabilities, ReadOnlySpan<int> labels, double smoothing)
    {
        var classes = probabilities.Length / labels.Length;
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
            sum -= Target(i, classes, labels, smoothing) * Math.Log(Math.Max(probabilities[i], 1e-300));
        return (sum / labels.Length) + Parameters.Sum(parameter => parameter.Spec.L2 * parameter.Values.Sum(value => value * value));
    }

    /// <summary>Fills every parameter's gradient for the last forward pass.</summary>
    public double[] Backward(double[] probabilities, ReadOnlySpan<int> labels, double smoothing)
    {
        foreach (var parameter in Parameters)
        {
            for (var i = 0; i < parameter.Values.Length; i++)
                parameter.Gradient[i] = 2 * parameter.Spec.L2 * parameter.Values[i];
        }

        var classes = probabilities.Length / labels.Length;
        var gradient = new double[probabilities.Length];
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = -Target(i, classes, labels, smoothing) / Math.Max(probabilities[i], 1e-300) / labels.Length;
        for (var i = _layers.Count - 1; i >= 0; i--)
            gradient = _layers[i].Backward(gradient, labels.Length);
        return gradient;
    }

    public void Update(Optimizer optimizer, int step)
    {
        foreach (var parameter in Parameters.Where(parameter => parameter.Spec.Trainable))
            ReferenceOptimizer.Update(optimizer, parameter, step);
    }

    private static double Target(int index, int classes, ReadOnlySpan<int> labels, double smoothing) =>
        (labels[index / classes] == index % classes ? 1 - smoothing : 0) + (smoothing / classes);
}
