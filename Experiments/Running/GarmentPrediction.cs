using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a model makes of one picture.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Garment">The name of the likeliest class.</param>
/// <param name="Probabilities">Of every class, in class order; they add up to 1.</param>
/// <param name="Notes">What had to be done to the picture first, in words.</param>
internal sealed record GarmentPrediction(
    string File, string Garment, ImmutableArray<ClassProbability> Probabilities, ImmutableArray<string> Notes);
