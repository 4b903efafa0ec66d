namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceMaxPool2D(ResolvedLayer place, MaxPool2D layer) : ReferenceLayer(place)
{
    private int[] _winner = [];

    public override double[] Forward(double[] x, int batch, bool training)
    {
        var y = new double[batch * Output.Size];
        _winner = new int[y.Length];
        var strides = layer.Strides ?? layer.PoolSize;
        int top = Pad(Input.Height, Output.Height, strides), left = Pad(Input.Width, Output.Width, strides), channels = Input.Channels;
        var i = 0;
        for (var image = 0; image < batch; image++)
        for (var row = 0; row < Output.Height; row++)
        for (var column = 0; column < Output.Width; column++)
        for (var c = 0; c < channels; c++, i++)
        {
            y[i] = double.NegativeInfinity;
            for (var yy = Math.Max((row * strides) - top, 0); yy < Math.Min((row * strides) - top + layer.PoolSize, Input.Height); yy++)
            for (var xx = Math.Max((column * strides) - left, 0); xx < Math.Min((column * strides) - left + layer.PoolSize, Input.Width); xx++)
            {
                var at = (((((image * Input.Height) + yy) * Input.Width) + xx) * channels) + c;
                if (x[at] > y[i])
                    (y[i], _winner[i]) = (x[at], at);
            }
        }

        return y;
    }

    public override double[] Backward(double[] dy, int batch)
    {
        var dx = new double[batch * Input.Size];
        for (var i = 0; i < dy.Length; i++)
            dx[_winner[i]] += dy[i];
        return dx;
    }

    private int Pad(int input, int output, int strides) =>
        layer.Padding == Padding.Same ? Math.Max(((output - 1) * strides) + layer.PoolSize - input, 0) / 2 : 0;
}
