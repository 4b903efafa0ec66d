using System.Collections.Immutable;

namespace MlNetFashion.Pipelines;

/// <summary>A picture made fit for a model that was trained on 28x28 grey images with a black background.</summary>
/// <param name="Pixels">[28, 28] bytes, 0 to 255, row by row.</param>
/// <param name="Notes">What was done to the picture, for example "resized from 64x48"; empty when it was used as it is.</param>
public sealed record GarmentImage(byte[] Pixels, ImmutableArray<string> Notes);
