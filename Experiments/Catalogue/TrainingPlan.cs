using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>How a network is trained, as a report's text states it.</summary>
/// <param name="Epochs">Passes over the training rows, at most.</param>
/// <param name="BatchSize">Images a weight update.</param>
/// <param name="Optimizer">The update rule with its learning rate.</param>
internal sealed record TrainingPlan(int Epochs, int BatchSize, Optimizer Optimizer)
{
    /// <summary>The part of the training rows kept for validation, from 0 to below 1. The default value is 0.2.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>How the learning rate changes while training, or null to keep it.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>How training images are changed at random each time they are used, or null to use them as they are.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>Whether the test images are measured after every epoch, to draw a curve by. The default value is false.</summary>
    public bool TestEachEpoch { get; init; }

    /// <summary>When to stop early, or null to train all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }
}
