using Microsoft.ML.Vision;

namespace Microsoft.ML.Trainers;

/// <summary>How the learning rate changes while a classifier of images is trained.</summary>
public abstract class LearningRateScheduler
{
    private protected LearningRateScheduler()
    {
    }

    /// <summary>The rate for the next batch.</summary>
    internal abstract float GetLearningRate(TrainingPosition position);
}
