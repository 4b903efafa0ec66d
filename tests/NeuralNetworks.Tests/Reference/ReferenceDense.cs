namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceDense(ResolvedLayer place, Dense layer) : ReferenceLayer(place)
{
    private double[] _x = [], _before = [], _y = [];

    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        int inputs = Input.Size, units = layer.Units;
        _before = new double[batch * units];
        for (var image = 0; image < batch; image++)
        for (var i = 0; i < inputs; i++)
        for (var u = 0; u < units; u++)
            _before[(image * units) + u] += x[(image * inputs) + i] * Parameters[0].Values[(i * units) + u];
        for (var i = 0; i < _before.Length && layer.UseBias; i++)
            _before[i] += Parameters[1].Values[i % units];
        return _y = ReferenceActivation.Forward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _before, units);
    }

    public override double[] Backward(double[] dy, int batch)
    {
        int inputs = Input.Size, units = layer.Units;
        dy = ReferenceActivation.Backward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _before, _y, dy, units);
        var dx = new double[batch * inputs];
        for (var image = 0; image < batch; image++)
        for (var i = 0; i < inputs; i++)
        for (var u = 0; u < units; u++)
        {
            dx[(image * inputs) + i] += dy[(image * units) + u] * Parameters[0].Values[(i * units) + u];
            Parameters[0].Gradient[(i * units) + u] += dy[(image * units) + u] * _x[(image * inputs) + i];
        }

        for (var i = 0; i < dy.Length && layer.UseBias; i++)
            Parameters[1].Gradient[i % units] += dy[i];
        return dx;
    }
}
