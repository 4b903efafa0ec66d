using System.Runtime.CompilerServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Max-pooling with any window, stride and padding, channels in the lanes. On the way back every window looks its maximum up again and
/// gives its gradient to the first pixel that equals it.
/// </summary>
internal sealed unsafe class MaxPoolStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly ResolvedLayer _layer;
    private readonly ConvolutionGeometry _geometry;
    private readonly Tensor _input;
    private readonly Tensor _output;

    public MaxPoolStage(PlanState state, ResolvedLayer layer, Tensor input, Tensor output)
        : base(state)
    {
        var pool = (MaxPool2D)layer.Layer;
        (_layer, _input, _output) = (layer, input, output);
        _geometry = ConvolutionGeometry.For(pool.PoolSize, pool.Strides ?? pool.PoolSize, pool.Padding, layer.Input.Shape, layer.Output.Shape);
    }

    public override string Description => $"{_layer.Name}: {_geometry.Kernel}x{_geometry.Kernel} max-pooling, {_output.Shape}";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
            ForEachWindow(image, backward: false);
    });

    public override void AddBackward(JobList jobs)
    {
        if (!_input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                new Span<float>(_input.Gradient + (image * _input.ImageStride), _input.Size).Clear();
                ForEachWindow(image, backward: true);
            }
        });
    }

    private void ForEachWindow(int image, bool backward)
    {
        var (height, width) = (_input.Shape.Height, _input.Shape.Width);
        for (var row = 0; row < _output.Shape.Height; row++)
        {
            var top = Math.Max((row * _geometry.Stride) - _geometry.Top, 0);
            var bottom = Math.Min((row * _geometry.Stride) - _geometry.Top + _geometry.Kernel, height);
            for (var column = 0; column < _output.Shape.Width; column++)
            {
                var left = Math.Max((column * _geometry.Stride) - _geometry.Left, 0);
                var right = Math.Min((column * _geometry.Stride) - _geometry.Left + _geometry.Kernel, width);
                var window = (image * _input.ImageStride) + ((((nint)top * width) + left) * _input.Channels);
                var output = (image * _output.ImageStride) + ((((nint)row * _output.Shape.Width) + column) * _output.Channels);
                if (backward)
                    Backward(window, bottom - top, right - left, output);
                else
                    Forward(_input.Values + window, bottom - top, right - left, _output.Values + output);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(float* window, int rows, int columns, float* output)
    {
        var rowStride = (nint)_input.Shape.Width * _input.Channels;
        for (var channel = 0; channel < _input.Channels; channel += TSimd.Width)
        {
            var max = TSimd.Load(window + channel);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                    max = TSimd.Max(max, TSimd.Load(window + (row * rowStride) + (column * _input.Channels) + channel));
            }

            TSimd.Store(output + channel, max);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(nint window, int rows, int columns, nint output)
    {
        var rowStride = (nint)_input.Shape.Width * _input.Channels;
        for (var channel = 0; channel < _input.Channels; channel += TSimd.Width)
        {
            // What is still to be given away; zero once the first pixel that is not below the maximum has had it.
            var gradient = TSimd.Load(_output.Gradient + output + channel);
            var max = TSimd.Load(_output.Values + output + channel);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var at = window + (row * rowStride) + (column * _input.Channels) + channel;
                    var given = TSimd.IfGreater(max, TSimd.Load(_input.Values + at), TSimd.Zero, gradient);
                    gradient = TSimd.Subtract(gradient, given);
                    TSimd.Store(_input.Gradient + at, TSimd.Add(TSimd.Load(_input.Gradient + at), given));
                }
            }
        }
    }
}
