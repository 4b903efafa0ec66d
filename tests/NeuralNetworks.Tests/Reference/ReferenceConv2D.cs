namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceConv2D(ResolvedLayer place, Conv2D layer) : ReferenceLayer(place)
{
    private double[] _x = [], _before = [], _y = [];

    private int Top => Pad(Input.Height, Output.Height);

    private int Left => Pad(Input.Width, Output.Width);

    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        _before = new double[batch * Output.Size];
        var kernel = Parameters[0].Values;
        Visit(batch, (output, input, weight) => _before[output] += x[input] * kernel[weight]);
        if (layer.UseBias)
        {
            for (var i = 0; i < _before.Length; i++)
                _before[i] += Parameters[1].Values[i % layer.Filters];
        }

        return _y = ReferenceActivation.Forward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _before, layer.Filters);
    }

    public override double[] Backward(double[] dy, int batch)
    {
        dy = ReferenceActivation.Backward(layer.Activation, ReferenceActivation.DefaultAlpha(layer.Activation), _before, _y, dy, layer.Filters);
        var dx = new double[batch * Input.Size];
        var kernel = Parameters[0];
        Visit(batch, (output, input, weight) =>
        {
            dx[input] += dy[output] * kernel.Values[weight];
            kernel.Gradient[weight] += dy[output] * _x[input];
        });
        if (layer.UseBias)
        {
            for (var i = 0; i < dy.Length; i++)
                Parameters[1].Gradient[i % layer.Filters] += dy[i];
        }

        return dx;
    }

    private int Pad(int input, int output) =>
        layer.Padding == Padding.Same ? Math.Max(((output - 1) * layer.Strides) + layer.KernelSize - input, 0) / 2 : 0;

    /// <summary>Calls with every (output, input, weight) triple of positions that meet.</summary>
    private void Visit(int batch, Action<int, int, int> meet)
    {
        int size = layer.KernelSize, filters = layer.Filters, channels = Input.Channels;
        for (var image = 0; image < batch; image++)
        for (var row = 0; row < Output.Height; row++)
        for (var column = 0; column < Output.Width; column++)
        for (var ky = 0; ky < size; ky++)
        for (var kx = 0; kx < size; kx++)
        {
            int y = (row * layer.Strides) + ky - Top, x = (column * layer.Strides) + kx - Left;
            if (y < 0 || y >= Input.Height || x < 0 || x >= Input.Width)
                continue;
            var input = ((((image * Input.Height) + y) * Input.Width) + x) * channels;
            var output = ((((image * Output.Height) + row) * Output.Width) + column) * filters;
            var weight = ((ky * size) + kx) * channels * filters;
            for (var c = 0; c < channels; c++)
            {
                for (var f = 0; f < filters; f++)
                    meet(output + f, input + c, weight + (c * filters) + f);
            }
        }
    }
}
