using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Average pooling with any window, stride and padding; global pooling is one window as large as the image.</summary>
internal sealed unsafe class AveragePoolStage<TSimd, TVector>(PlanState state, ResolvedLayer layer, ConvolutionGeometry geometry, int windowHeight, int windowWidth,
    Tensor input, Tensor output) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public override string Description => $"{layer.Name}: {windowHeight}x{windowWidth} average pooling, {output.Shape}";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
            ForEachWindow(image, backward: false);
    });

    public override void AddBackward(JobList jobs)
    {
        if (!input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                new Span<float>(input.Gradient + (image * input.ImageStride), input.Size).Clear();
                ForEachWindow(image, backward: true);
            }
        });
    }

    private void ForEachWindow(int image, bool backward)
    {
        var (height, width) = (input.Shape.Height, input.Shape.Width);
        for (var row = 0; row < geometry.Rows; row++)
        {
            var top = Math.Max((row * geometry.Stride) - geometry.Top, 0);
            var bottom = Math.Min((row * geometry.Stride) - geometry.Top + windowHeight, height);
            for (var column = 0; column < geometry.Columns; column++)
            {
                var left = Math.Max((column * geometry.Stride) - geometry.Left, 0);
                var right = Math.Min((column * geometry.Stride) - geometry.Left + windowWidth, width);
                var window = (image * input.ImageStride) + ((((nint)top * width) + left) * input.Channels);
                var target = (image * output.ImageStride) + ((((nint)row * geometry.Columns) + column) * output.Channels);
                if (backward)
                    Spread(output.Gradient + target, bottom - top, right - left, input.Gradient + window);
                else
                    Mean(input.Values + window, bottom - top, right - left, output.Values + target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mean(float* window, int rows, int columns, float* mean)
    {
        var share = TSimd.Set(1f / (rows * columns));
        for (var channel = 0; channel < input.Channels; channel += TSimd.Width)
        {
            var sum = TSimd.Zero;
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                    sum = TSimd.Add(sum, TSimd.Load(window + ((((nint)row * input.Shape.Width) + column) * input.Channels) + channel));
            }

            TSimd.Store(mean + channel, TSimd.Multiply(sum, share));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(float* gradient, int rows, int columns, float* window)
    {
        var share = TSimd.Set(1f / (rows * columns));
        for (var channel = 0; channel < input.Channels; channel += TSimd.Width)
        {
            var part = TSimd.Multiply(TSimd.Load(gradient + channel), share);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var at = window + ((((nint)row * input.Shape.Width) + column) * input.Channels) + channel;
                    TSimd.Store(at, TSimd.Add(TSimd.Load(at), part));
                }
            }
        }
    }
}
