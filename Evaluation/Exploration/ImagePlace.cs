namespace MlNetFashion.Evaluation;

/// <summary>A picture of a data set.</summary>
/// <param name="Split">The place of its part among the parts.</param>
/// <param name="Picture">Its place within the part.</param>
public readonly record struct ImagePlace(int Split, int Picture);
