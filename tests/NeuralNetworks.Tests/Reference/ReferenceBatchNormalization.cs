namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceBatchNormalization(ResolvedLayer place, BatchNormalization layer) : ReferenceLayer(place)
{
    private double[] _normalised = [], _deviation = [];

    private int Channels => Input.Channels;

    public override double[] Forward(double[] x, int batch, bool training)
    {
        _normalised = new double[x.Length];
        _deviation = new double[Channels];
        var y = new double[x.Length];
        for (var c = 0; c < Channels; c++)
        {
            var values = x.Where((_, i) => i % Channels == c).ToList();
            var mean = training ? values.Average() : Values("moving_mean")![c];
            var variance = training ? values.Average(value => (value - mean) * (value - mean)) : Values("moving_variance")![c];
            if (training)
            {
                Values("moving_mean")![c] = (Values("moving_mean")![c] * layer.Momentum) + (mean * (1 - layer.Momentum));
                Values("moving_variance")![c] = (Values("moving_variance")![c] * layer.Momentum) + (variance * (1 - layer.Momentum));
            }

            _deviation[c] = Math.Sqrt(variance + layer.Epsilon);
            for (var i = c; i < x.Length; i += Channels)
            {
                _normalised[i] = (x[i] - mean) / _deviation[c];
                y[i] = ((Values("gamma")?[c] ?? 1) * _normalised[i]) + (Values("beta")?[c] ?? 0);
            }
        }

        return y;
    }

    public override double[] Backward(double[] dy, int batch)
    {
        var dx = new double[dy.Length];
        var rows = (double)dy.Length / Channels;
        for (var c = 0; c < Channels; c++)
        {
            double sum = 0, product = 0;
            for (var i = c; i < dy.Length; i += Channels)
            {
                sum += dy[i];
                product += dy[i] * _normalised[i];
            }

            for (var i = c; i < dy.Length; i += Channels)
                dx[i] = (Values("gamma")?[c] ?? 1) / _deviation[c] * (dy[i] - (sum / rows) - (_normalised[i] * product / rows));
            if (Gradient("gamma") is { } gamma)
                gamma[c] += product;
            if (Gradient("beta") is { } beta)
                beta[c] += sum;
        }

        return dx;
    }
}
