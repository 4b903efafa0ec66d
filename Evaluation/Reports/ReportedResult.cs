namespace MlNetFashion.Evaluation;

/// <summary>The figure that somebody else printed for the same experiment, to stand beside ours.</summary>
/// <param name="Accuracy">0 to 1.</param>
/// <param name="Source">Who printed it.</param>
public sealed record ReportedResult(double Accuracy, string Source);
