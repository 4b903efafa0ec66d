namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Softmax and its cross-entropy with the labels. The gradient by the scores, (p - t) / batch, is written while the probabilities are at
/// hand. Targets t are smoothed: t = (1 - s) * [label] + s / classes (Szegedy et al. 2016). An image blended with another has the blend
/// of both targets, and counts as classified rightly by the label that is the larger part of it.
/// </summary>
internal sealed unsafe class LossStage(PlanState state, Tensor scores, double smoothing, MixupStage? mixup) : Stage(state)
{
    private readonly int[] _labels = new int[state.Capacity];
    private readonly double[] _losses = new double[state.MaximalShards];
    private readonly int[] _right = new int[state.MaximalShards];
    private readonly int _classes = scores.Shape.Channels;
    private readonly float _hit = (float)(1 - smoothing + (smoothing / scores.Shape.Channels));
    private readonly float _miss = (float)(smoothing / scores.Shape.Channels);

    public override string Description => $"softmax cross-entropy over {_classes} classes";

    public Span<int> Labels => _labels.AsSpan(0, State.Images);

    /// <summary>Sum of the batch's losses.</summary>
    public double LossSum => Sum(_losses);

    /// <summary>Images of the batch whose largest score is their label's.</summary>
    public int Right
    {
        get
        {
            var sum = 0;
            for (var shard = 0; shard < State.Shards; shard++)
                sum += _right[shard];
            return sum;
        }
    }

    public override void AddForward(JobList jobs) => jobs.PerImage(
        (first, count, shard, _) =>
        {
            for (var image = first; image < first + count; image++)
                Judge(image, shard);
        },
        shard => (_losses[shard], _right[shard]) = (0, 0));

    public override void AddBackward(JobList jobs)
    {
    }

    private void Judge(int image, int shard)
    {
        var values = new ReadOnlySpan<float>(scores.Values + (image * scores.ImageStride), _classes);
        var label = _labels[image];
        var (other, kept) = (label, 1f);
        if (mixup is not null && State.Training)
        {
            (other, kept) = (_labels[Mixup.Partner(image, State.Images)], mixup.Share(image));
            if (kept < 0.5f)
                (label, other, kept) = (other, label, 1 - kept);
        }

        var hit = other == label ? _hit : _miss + ((_hit - _miss) * kept);
        var otherHit = other == label ? _hit : _miss + ((_hit - _miss) * (1 - kept));
        var best = 0;
        for (var i = 1; i < _classes; i++)
            best = values[i] > values[best] ? i : best;
        _right[shard] += best == label ? 1 : 0;

        // The loss needs no exponential of a gradient's kind: -sum t log p = log(sum exp) - sum t * score, relative to the largest score.
        var max = values[best];
        var sum = 0f;
        var expected = 0.0;
        var gradient = State.Training ? scores.Gradient + (image * scores.ImageStride) : null;
        for (var i = 0; i < _classes; i++)
        {
            var power = MathF.Exp(values[i] - max);
            sum += power;
            if (gradient != null)
                gradient[i] = power;
            if (i == label || i == other || _miss != 0)
                expected += (double)(i == label ? hit : i == other ? otherHit : _miss) * (values[i] - max);
        }

        _losses[shard] += Math.Log(sum) - expected;
        if (gradient == null)
            return;
        var (scale, share) = (1 / sum, 1f / State.Images);
        for (var i = 0; i < _classes; i++)
            gradient[i] = ((gradient[i] * scale) - (i == label ? hit : i == other ? otherHit : _miss)) * share;
    }

    private double Sum(double[] values)
    {
        var sum = 0.0;
        for (var shard = 0; shard < State.Shards; shard++)
            sum += values[shard];
        return sum;
    }
}
