using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Where a residual block begins: two branches read the same values; their gradients add up.</summary>
internal sealed unsafe class ForkStage<TSimd, TVector>(PlanState state, Tensor input, Tensor body, Tensor shortcut) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public override string Description => "fork";

    public override void AddForward(JobList jobs)
    {
    }

    public override void AddBackward(JobList jobs)
    {
        if (!input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            var at = first * input.ImageStride;
            Vectors<TSimd, TVector>.Add(body.Gradient + at, shortcut.Gradient + at, input.Gradient + at, count * (int)input.ImageStride, relu: false);
        });
    }
}

/// <summary>Where a residual block ends: the branches are added, with the ReLU behind it if there is one.</summary>
internal sealed unsafe class AddStage<TSimd, TVector>(PlanState state, ResolvedLayer layer, Tensor body, Tensor shortcut, Tensor output, bool relu) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public override string Description => $"{layer.Name}: add{(relu ? " + ReLU" : "")}, {output.Shape}";

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        var at = first * output.ImageStride;
        Vectors<TSimd, TVector>.Add(body.Values + at, shortcut.Values + at, output.Values + at, count * (int)output.ImageStride, relu);
    });

    public override void AddBackward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        var (at, length) = (first * output.ImageStride, count * (int)output.ImageStride);
        if (relu)
            Vectors<TSimd, TVector>.MaskPositive(output.Gradient + at, output.Values + at, length, 1);
        var gradient = new ReadOnlySpan<float>(output.Gradient + at, length);
        if (body.NeedsGradient)
            gradient.CopyTo(new Span<float>(body.Gradient + at, length));
        if (shortcut.NeedsGradient)
            gradient.CopyTo(new Span<float>(shortcut.Gradient + at, length));
    });
}
