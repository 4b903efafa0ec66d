namespace MlNetFashion.Evaluation;

/// <summary>One row of a classification report.</summary>
/// <param name="Name">The class, or the kind of average ("macro avg").</param>
/// <param name="Precision">0 to 1; 0 where nothing was predicted.</param>
/// <param name="Recall">0 to 1; 0 where there are no rows.</param>
/// <param name="F1">Their harmonic mean; 0 where both are 0.</param>
/// <param name="Support">How many rows have this class in truth.</param>
public sealed record ClassScores(string Name, double Precision, double Recall, double F1, long Support);
