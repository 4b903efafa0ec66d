namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>Flatten: in row-major order nothing moves.</summary>
internal sealed class ReferenceFlatten(ResolvedLayer place) : ReferenceLayer(place)
{
    public override double[] Forward(double[] x, int batch, bool training) => x;

    public override double[] Backward(double[] dy, int batch) => dy;
}

/// <summary>Dropout with a mask drawn from a seeded stream.</summary>
internal sealed class ReferenceDropout(ResolvedLayer place, Dropout layer, int seed, int index) : ReferenceLayer(place)
{
    private readonly SeededRandom _random = new(seed, RandomStream.Dropout, index);
    private double[] _mask = [];

    public override double[] Forward(double[] x, int batch, bool training)
    {
        _mask = [.. x.Select(_ => !training ? 1 : _random.NextDouble() >= layer.Rate ? 1 / (1 - layer.Rate) : 0)];
        return [.. x.Zip(_mask, (value, keep) => value * keep)];
    }

    public override double[] Backward(double[] dy, int batch) => [.. dy.Zip(_mask, (value, keep) => value * keep)];
}

internal sealed class ReferenceActivationLayer(ResolvedLayer place, ActivationLayer layer) : ReferenceLayer(place)
{
    private readonly double _alpha = layer.Alpha ?? ReferenceActivation.DefaultAlpha(layer.Function);
    private double[] _x = [], _y = [];

    public override double[] Forward(double[] x, int batch, bool training) =>
        _y = ReferenceActivation.Forward(layer.Function, _alpha, _x = x, Output.Channels);

    public override double[] Backward(double[] dy, int batch) =>
        ReferenceActivation.Backward(layer.Function, _alpha, _x, _y, dy, Output.Channels);
}
