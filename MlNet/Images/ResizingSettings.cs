namespace Microsoft.ML.Transforms.Image;

/// <summary>How images are scaled.</summary>
internal sealed record ResizingSettings(int Width, int Height, ImageResizingEstimator.ResizingKind Kind, ImageResizingEstimator.Anchor Anchor);
