namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A flattened image as one vector without gaps, for layers that look at it value by value. (A dense layer behind Flatten needs none: the
/// rows of its kernel are laid out with the gaps instead.)
/// </summary>
internal sealed unsafe class RepackStage(PlanState state, Tensor input, Tensor output) : Stage(state)
{
    public override string Description => $"flatten {input.Shape}";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) => Copy(input.Values, output.Values, first, count, forward: true));

    public override void AddBackward(JobList jobs)
    {
        if (input.NeedsGradient)
            jobs.PerImage((first, count, _, _) => Copy(input.Gradient, output.Gradient, first, count, forward: false));
    }

    private void Copy(float* image, float* vector, int first, int count, bool forward)
    {
        var (pixels, channels) = (input.Shape.Height * input.Shape.Width, input.Shape.Channels);
        for (var i = first; i < first + count; i++)
        {
            for (var pixel = 0; pixel < pixels; pixel++)
            {
                var there = new Span<float>(image + (i * input.ImageStride) + ((nint)pixel * input.Channels), channels);
                var here = new Span<float>(vector + (i * output.ImageStride) + ((nint)pixel * channels), channels);
                if (forward)
                    there.CopyTo(here);
                else
                    here.CopyTo(there);
            }
        }
    }
}
