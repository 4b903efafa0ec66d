namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Blends the gathered images of a training step in pairs, in place; the loss asks for the shares.</summary>
internal sealed unsafe class MixupStage(PlanState state, Tensor images, Mixup mixup, Func<int, int> rowOf) : Stage(state)
{
    private const int PairsATask = 8;

    private readonly float[] _shares = new float[state.Capacity];

    public override string Description => "blend pairs of images";

    private int Pairs => State.Training ? (State.Images + 1) / 2 : 0;

    /// <summary>The share of itself that the image at a place of the batch kept.</summary>
    public float Share(int place) => _shares[place];

    public override void AddForward(JobList jobs) => jobs.InTasks(() => (Pairs + PairsATask - 1) / PairsATask, (task, _) =>
    {
        for (var first = task * PairsATask; first < Math.Min((task + 1) * PairsATask, Pairs); first++)
            Blend(first, Mixup.Partner(first, State.Images));
    });

    public override void AddBackward(JobList jobs)
    {
    }

    private void Blend(int first, int second)
    {
        var share = first == second ? 1 : mixup.Share(State.Epoch, rowOf(first));
        (_shares[first], _shares[second]) = (share, share);
        if (first != second)
            Mixup.Blend(Values(first), Values(second), share);
    }

    private Span<float> Values(int place) => new(images.Values + (place * images.ImageStride), images.Size);
}
