namespace MlNetFashion.Experiments.Catalogue;

/// <summary>How trees are boosted.</summary>
/// <param name="Trees">Trees of each ensemble.</param>
/// <param name="Leaves">Leaves of a tree, at most.</param>
/// <param name="LearningRate">What each tree's answer is multiplied by.</param>
internal sealed record BoostedTreesPlan(int Trees, int Leaves, double LearningRate);
