namespace MlNetFashion.NeuralNetworks.Tests.Reference;

internal sealed class ReferenceAveragePool2D(ResolvedLayer place, int height, int width, int strides, Padding padding) : ReferenceLayer(place)
{
    public override double[] Forward(double[] x, int batch, bool training)
    {
        var y = new double[batch * Output.Size];
        ForEachPixel(batch, (input, output, share) => y[output] += x[input] * share);
        return y;
    }

    public override double[] Backward(double[] dy, int batch)
    {
        var dx = new double[batch * Input.Size];
        ForEachPixel(batch, (input, output, share) => dx[input] += dy[output] * share);
        return dx;
    }

    /// <summary>Calls with every pixel of every window: its place, the window's, and what share of the mean it is.</summary>
    private void ForEachPixel(int batch, Action<int, int, double> pixel)
    {
        int top = Pad(Input.Height, Output.Height, height), left = Pad(Input.Width, Output.Width, width), channels = Input.Channels;
        for (var image = 0; image < batch; image++)
        for (var row = 0; row < Output.Height; row++)
        for (var column = 0; column < Output.Width; column++)
        {
            int y0 = Math.Max((row * strides) - top, 0), y1 = Math.Min((row * strides) - top + height, Input.Height);
            int x0 = Math.Max((column * strides) - left, 0), x1 = Math.Min((column * strides) - left + width, Input.Width);
            for (var y = y0; y < y1; y++)
            for (var x = x0; x < x1; x++)
            for (var c = 0; c < channels; c++)
            {
                pixel((((((image * Input.Height) + y) * Input.Width) + x) * channels) + c,
                    (((((image * Output.Height) + row) * Output.Width) + column) * channels) + c, 1.0 / ((y1 - y0) * (x1 - x0)));
            }
        }
    }

    private int Pad(int input, int output, int size) => padding == Padding.Same ? Math.Max(((output - 1) * strides) + size - input, 0) / 2 : 0;
}
