using Microsoft.ML.Vision;

namespace Microsoft.ML.Trainers;

/// <summary>Lets the learning rate fall from one value to another along a power: <c>(start - end) * (1 - step / steps)^power + end</c>.</summary>
public sealed class PolynomialLRDecay : LearningRateScheduler
{
    /// <summary>The learning rate at the start.</summary>
    public readonly float LearningRate;

    /// <summary>The learning rate at the end.</summary>
    public readonly float EndLearningRate;

    /// <summary>The power; 1 is a straight line.</summary>
    public readonly float Power;

    /// <summary>Whether, once the end is reached, the rate rises and falls again over ever longer spans.</summary>
    public readonly bool Cycle;

    /// <summary>Epochs after which the end is reached.</summary>
    public readonly float NumEpochsPerDecay;

    /// <param name="learningRate">The learning rate at the start. The default is 0.01.</param>
    /// <param name="numEpochsPerDecay">Epochs after which the end is reached. The default is 2.</param>
    /// <param name="endLearningRate">The learning rate at the end. The default is 0.0001.</param>
    /// <param name="power">The power. The default is 1.</param>
    /// <param name="cycle">Whether the rate rises again. The default is false.</param>
    public PolynomialLRDecay(
        float learningRate = 0.01f, float numEpochsPerDecay = 2.0f, float endLearningRate = 0.0001f, float power = 1.0f, bool cycle = false)
    {
        LearningRate = learningRate;
        NumEpochsPerDecay = numEpochsPerDecay;
        EndLearningRate = endLearningRate;
        Power = power;
        Cycle = cycle;
    }

    internal override float GetLearningRate(TrainingPosition position)
    {
        var steps = position.StepsOf(NumEpochsPerDecay);
        var step = position.Step;
        var span = Cycle && step > steps ? steps * (float)Math.Ceiling((double)step / steps) : steps;
        return ((LearningRate - EndLearningRate) * MathF.Pow(1 - (Math.Min(step, span) / span), Power)) + EndLearningRate;
    }
}
