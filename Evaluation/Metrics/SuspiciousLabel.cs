namespace MlNetFashion.Evaluation;

/// <summary>A row whose label is probably wrong.</summary>
/// <param name="Position">Where the row stands in its data.</param>
/// <param name="Label">The class it is labelled with.</param>
/// <param name="Suggested">The class it confidently looks like.</param>
/// <param name="Margin">The probability of the suggested class less that of the label.</param>
public sealed record SuspiciousLabel(int Position, int Label, int Suggested, float Margin);
