using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>A neural network trained on the pixels.</summary>
internal sealed record NetworkExperiment(string Name, string Title, NetworkArchitecture Architecture, TrainingPlan Training) : Experiment(Name, Title)
{
    /// <summary>The experiment of the same network whose trained weights this one begins with, or null to draw them.</summary>
    public string? StartsFrom { get; init; }

    /// <summary>Where it lies in its grid, a name and a value for each direction; empty outside a grid.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Coordinates { get; init; } = [];

    /// <summary>
    /// The epochs that a training is likely to take: fewer than it may where it stops early, few where its weights are trained already. Of 40
    /// trainings that could stop, the mean was .83 of what they might take; of 54 that began warm, 1.4 more than their patience.
    /// </summary>
    public double ExpectedEpochs => Training.EarlyStopping is not { Patience: var patience }
        ? Training.Epochs
        : Math.Min(Training.Epochs, StartsFrom is null ? 0.83 * Training.Epochs : patience + 1.4);
}
