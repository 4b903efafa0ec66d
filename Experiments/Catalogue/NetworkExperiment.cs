using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>A neural network trained on the pixels.</summary>
internal sealed record NetworkExperiment(string Name, string Title, NetworkArchitecture Architecture, TrainingPlan Training) : Experiment(Name, Title);
