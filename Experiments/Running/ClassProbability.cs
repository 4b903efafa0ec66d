namespace MlNetFashion.Experiments.Running;

/// <summary>A class and how likely it is, from 0 to 1.</summary>
internal readonly record struct ClassProbability(string Name, float Probability);
