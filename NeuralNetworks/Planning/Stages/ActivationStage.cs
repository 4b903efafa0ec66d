using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>An activation of single values that is not fused into the layer before it.</summary>
internal sealed unsafe class ActivationStage<TSimd, TVector>(PlanState state, Activation function, double? alpha, Tensor input, Tensor output) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly float _alpha = (float)(alpha ?? (function == Activation.LeakyRelu ? 0.2 : 1));

    // Sigmoid makes 0.5 of the zeros that pad the channels; everything else leaves them alone.
    private readonly bool _clearsPadding = function == Activation.Sigmoid && input.Size != input.Shape.Size;

    public override string Description => $"{function} on {output.Shape}";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
        {
            var values = output.Values + (image * output.ImageStride);
            Activations<TSimd, TVector>.Forward(function, _alpha, input.Values + (image * input.ImageStride), values, input.Size);
            if (_clearsPadding)
                ClearPadding(values);
        }
    });

    public override void AddBackward(JobList jobs)
    {
        if (!input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                var at = image * input.ImageStride;
                Activations<TSimd, TVector>.Backward(function, _alpha, input.Values + at, output.Values + at, output.Gradient + at, input.Gradient + at, input.Size);
            }
        });
    }

    private void ClearPadding(float* values)
    {
        var pixels = output.Shape.Height * output.Shape.Width;
        for (var pixel = 0; pixel < pixels && output.Channels != output.Shape.Channels; pixel++)
            new Span<float>(values + ((nint)pixel * output.Channels) + output.Shape.Channels, output.Channels - output.Shape.Channels).Clear();
        new Span<float>(values + ((nint)pixels * output.Channels), output.Size - (pixels * output.Channels)).Clear();
    }
}
