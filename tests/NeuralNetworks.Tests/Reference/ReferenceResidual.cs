namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceResidual(ResolvedLayer place, Residual layer, LayerParameters values) : ReferenceLayer(place)
{
    private readonly List<ReferenceLayer> _body = [.. place.Body.Select(inner => Create(inner, values))];
    private readonly List<ReferenceLayer> _shortcut = [.. place.Shortcut.Select(inner => Create(inner, values))];
    private double[] _sum = [], _y = [];

    public override IEnumerable<ReferenceParameter> AllParameters => _body.Concat(_shortcut).SelectMany(inner => inner.AllParameters);

    public override double[] Forward(double[] x, int batch, bool training)
    {
        var body = _body.Aggregate(x, (value, inner) => inner.Forward(value, batch, training));
        var shortcut = _shortcut.Aggregate(x, (value, inner) => inner.Forward(value, batch, training));
        _sum = [.. body.Zip(shortcut, (a, b) => a + b)];
        return _y = ReferenceActivation.Forward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _sum, Output.Channels);
    }

    public override double[] Backward(double[] dy, int batch)
    {
        dy = ReferenceActivation.Backward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _sum, _y, dy, Output.Channels);
        var body = Enumerable.Reverse(_body).Aggregate(dy, (value, inner) => inner.Backward(value, batch));
        var shortcut = Enumerable.Reverse(_shortcut).Aggregate(dy, (value, inner) => inner.Backward(value, batch));
        return [.. body.Zip(shortcut, (a, b) => a + b)];
    }
}
