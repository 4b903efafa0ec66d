namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Gradient-boosted trees on the 784 pixels, one ensemble for each class against all others.</summary>
internal sealed record BoostedTreesExperiment(string Name, string Title, BoostedTreesPlan Plan) : Experiment(Name, Title);
