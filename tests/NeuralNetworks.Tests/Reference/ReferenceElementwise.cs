namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>Flatten: in row-major order nothing moves.</summary>
internal sealed class ReferenceFlatten(ResolvedLayer place) : ReferenceLayer(place)
{
    public override double[] Forward(double[] x, int batch, bool training) => x;

    public override double[] Backward(double[] dy, int batch) => dy;
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
