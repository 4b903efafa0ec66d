namespace MlNetFashion.Evaluation;

/// <summary>Two pictures of different classes and how far apart they are.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Distance">Euclidean, over pixels from 0 to 255.</param>
public sealed record ImagePair(ImagePlace First, ImagePlace Second, double Distance);
