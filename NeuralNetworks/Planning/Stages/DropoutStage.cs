using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Dropout that could not be fused with a ReLU before it. The mask is computed again on the way back instead of being kept.</summary>
internal sealed unsafe class DropoutStage<TSimd, TVector>(PlanState state, ResolvedLayer layer, int index, Tensor input, Tensor output) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private DropoutMask _mask;

    private double Rate => ((Dropout)layer.Layer).Rate;

    public override string Description => FormattableString.Invariant($"{layer.Name}: dropout {Rate}");

    public override void BeginPass() => _mask = DropoutMask.For(Rate, State.Seed, index, State.Step);

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
        {
            var (from, to) = ((nint)(input.Values + (image * input.ImageStride)), (nint)(output.Values + (image * output.ImageStride)));
            if (State.Training)
                Vectors<TSimd, TVector>.Drop((float*)from, (float*)to, input.Size, _mask, Position(image));
            else
                new ReadOnlySpan<float>((float*)from, input.Size).CopyTo(new Span<float>((float*)to, input.Size));
        }
    });

    public override void AddBackward(JobList jobs)
    {
        if (!input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
                Vectors<TSimd, TVector>.Drop(output.Gradient + (image * output.ImageStride), input.Gradient + (image * input.ImageStride), input.Size, _mask, Position(image));
        });
    }

    private uint Position(int image) => (uint)(image * output.ImageStride);
}
