using Microsoft.ML.Vision;

namespace Microsoft.ML.Trainers;

/// <summary>A learning rate in proportion to the batch size, multiplied with a factor from certain epochs on: <c>base * batch size / 128 * factor</c>.</summary>
public sealed class LsrDecay : LearningRateScheduler
{
    private const float ReferenceBatch = 128;

    private readonly IReadOnlyList<LearningRateSchedulerItem> _schedule;

    /// <summary>The learning rate for batches of 128 at the start.</summary>
    public readonly float BaseLearningRate;

    /// <summary>A schedule of 1, 0.1 from epoch 91 on, 0.01 from 136 on, and 0.0001 from 182 on.</summary>
    /// <param name="baseLearningRate">The learning rate for batches of 128 at the start. The default is 0.1.</param>
    public LsrDecay(float baseLearningRate = 0.1f)
        : this([new(182, 0.0001f), new(136, 0.01f), new(91, 0.1f), new(0, 1)], baseLearningRate)
    {
    }

    /// <param name="lrschedule">Factors and the epochs from which they hold, the latest epoch first.</param>
    /// <param name="baseLearningRate">The learning rate for batches of 128 at the start. The default is 0.1.</param>
    public LsrDecay(IReadOnlyList<LearningRateSchedulerItem> lrschedule, float baseLearningRate = 0.1f)
    {
        ArgumentNullException.ThrowIfNull(lrschedule);
        _schedule = lrschedule;
        BaseLearningRate = baseLearningRate;
    }

    internal override float GetLearningRate(TrainingPosition position)
    {
        var factor = 1f;
        foreach (var item in _schedule)
        {
            if (position.Epoch >= item.Epoch)
            {
                factor = item.ScalingFactor;
                break;
            }
        }

        return BaseLearningRate * position.BatchSize / ReferenceBatch * factor;
    }

    /// <summary>A factor and the epoch from which it holds.</summary>
    public readonly struct LearningRateSchedulerItem
    {
        /// <summary>The epoch.</summary>
        public readonly int Epoch;

        /// <summary>The factor.</summary>
        public readonly float ScalingFactor;

        public LearningRateSchedulerItem(int epoch, float scalingfactor)
        {
            Epoch = epoch;
            ScalingFactor = scalingfactor;
        }
    }
}
