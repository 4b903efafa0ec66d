using Microsoft.ML.Vision;

namespace Microsoft.ML.Trainers;

/// <summary>Multiplies the learning rate with a factor every few epochs: <c>rate * decay^(step / steps of a decay)</c>.</summary>
public sealed class ExponentialLRDecay : LearningRateScheduler
{
    /// <summary>The learning rate at the start.</summary>
    public float LearningRate;

    /// <summary>Batches seen so far; set while training.</summary>
    public int GlobalStep;

    /// <summary>Batches after which the rate is multiplied once; set while training.</summary>
    public int DecaySteps;

    /// <summary>The factor.</summary>
    public float DecayRate;

    /// <summary>Whether the rate falls in steps, and not with every batch.</summary>
    public bool Staircase;

    /// <summary>Epochs after which the rate is multiplied once.</summary>
    public float NumEpochsPerDecay;

    /// <param name="learningRate">The learning rate at the start. The default is 0.01.</param>
    /// <param name="numEpochsPerDecay">Epochs after which the rate is multiplied once. The default is 2.</param>
    /// <param name="decayRate">The factor. The default is 0.94.</param>
    /// <param name="staircase">Whether the rate falls in steps. The default is true.</param>
    public ExponentialLRDecay(float learningRate = 0.01f, float numEpochsPerDecay = 2.0f, float decayRate = 0.94f, bool staircase = true)
    {
        LearningRate = learningRate;
        NumEpochsPerDecay = numEpochsPerDecay;
        DecayRate = decayRate;
        Staircase = staircase;
    }

    internal override float GetLearningRate(TrainingPosition position)
    {
        DecaySteps = position.StepsOf(NumEpochsPerDecay);
        GlobalStep = position.Step;
        var power = (float)GlobalStep / DecaySteps;
        return LearningRate * MathF.Pow(DecayRate, Staircase ? MathF.Floor(power) : power);
    }
}
