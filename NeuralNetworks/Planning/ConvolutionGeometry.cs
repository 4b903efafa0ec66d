namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Where a window meets an image: sizes, stride and the zeros around it, by Keras's rules.</summary>
/// <param name="Kernel">Height and width of the window.</param>
/// <param name="Stride">Step of the window.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Left">Columns of zeros at the left.</param>
/// <param name="Rows">Rows of output.</param>
/// <param name="Columns">Columns of output.</param>
internal readonly record struct ConvolutionGeometry(int Kernel, int Stride, int Top, int Left, int Rows, int Columns)
{
    /// <summary>Rows of the padded image that windows touch; at least the image.</summary>
    public int PaddedRows(int height) => Math.Max(Top + height, ((Rows - 1) * Stride) + Kernel);

    public int PaddedColumns(int width) => Math.Max(Left + width, ((Columns - 1) * Stride) + Kernel);

    public static ConvolutionGeometry For(int kernel, int stride, Padding padding, TensorShape input, TensorShape output) => new(
        kernel, stride, Before(kernel, stride, padding, input.Height, output.Height), Before(kernel, stride, padding, input.Width, output.Width),
        output.Height, output.Width);

    private static int Before(int kernel, int stride, Padding padding, int input, int output) =>
        padding == Padding.Same ? Math.Max(((output - 1) * stride) + kernel - input, 0) / 2 : 0;
}
