using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Batch normalisation, perhaps with the ReLU behind it: statistics, then one pass y = a * x + b; back, sums, then one pass dx = p * dy + q * x + r.</summary>
internal sealed unsafe class BatchNormalizationStage<TSimd, TVector>(
    PlanState state, Arena arena, ParameterStore store, ResolvedLayer layer, Tensor input, Tensor output, bool relu) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly BatchStatistics<TSimd, TVector> _statistics = new(state, arena, store, layer, input);

    public override string Description => $"{layer.Name}: batch normalisation{(relu ? " + ReLU" : "")}, {output.Shape}";

    private int Pixels => input.Shape.Height * input.Shape.Width;

    public override void AddForward(JobList jobs)
    {
        _statistics.AddForward(jobs);
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                ChannelStatistics<TSimd, TVector>.Scale(input.Values + (image * input.ImageStride), output.Values + (image * output.ImageStride), Pixels, input.Channels,
                    _statistics.A, _statistics.B, relu);
            }
        });
    }

    public override void AddBackward(JobList jobs)
    {
        jobs.PerImage(
            (first, count, shard, _) =>
            {
                for (var image = first; image < first + count; image++)
                {
                    ChannelStatistics<TSimd, TVector>.AddGradientSums(input.Values + (image * input.ImageStride), output.Values + (image * output.ImageStride),
                        output.Gradient + (image * output.ImageStride), Pixels, input.Channels, _statistics.Means, relu, _statistics.Sums(shard), _statistics.Products(shard));
                }
            },
            _statistics.ClearSums);
        jobs.InTasks(() => 1, (_, _) => _statistics.PrepareBackward());
        if (!input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                ChannelStatistics<TSimd, TVector>.Combine(input.Values + (image * input.ImageStride), output.Gradient + (image * output.ImageStride),
                    input.Gradient + (image * input.ImageStride), Pixels, input.Channels, _statistics.P, _statistics.Q, _statistics.R);
            }
        });
    }
}
