namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Softmax over the channels of every pixel: p = exp(x - max) / sum.</summary>
internal sealed unsafe class SoftmaxStage(PlanState state, Tensor input, Tensor output) : Stage(state)
{
    public override string Description => $"softmax over {output.Shape.Channels} channels";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
        {
            for (var pixel = 0; pixel < input.Size; pixel += input.Channels)
                Forward(input.Values + (image * input.ImageStride) + pixel, output.Values + (image * output.ImageStride) + pixel);
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
                for (var pixel = 0; pixel < input.Size; pixel += input.Channels)
                {
                    var offset = (image * output.ImageStride) + pixel;
                    Backward(output.Values + offset, output.Gradient + offset, input.Gradient + (image * input.ImageStride) + pixel);
                }
            }
        });
    }

    private void Forward(float* x, float* y)
    {
        var channels = input.Shape.Channels;
        var max = x[0];
        for (var i = 1; i < channels; i++)
            max = MathF.Max(max, x[i]);
        var sum = 0f;
        for (var i = 0; i < channels; i++)
            sum += y[i] = MathF.Exp(x[i] - max);
        for (var i = 0; i < channels; i++)
            y[i] /= sum;
    }

    private void Backward(float* y, float* dy, float* dx)
    {
        var dot = 0f;
        for (var i = 0; i < input.Shape.Channels; i++)
            dot += y[i] * dy[i];
        for (var i = 0; i < input.Shape.Channels; i++)
            dx[i] = y[i] * (dy[i] - dot);
    }
}
