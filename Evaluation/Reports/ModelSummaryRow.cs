namespace MlNetFashion.Evaluation;

/// <summary>One layer of a model.</summary>
/// <param name="Name">As "conv2d_1".</param>
/// <param name="Type">As "Conv2D".</param>
/// <param name="OutputShape">As text, "(None, 28, 28, 32)".</param>
/// <param name="Parameters">Its weights.</param>
public sealed record ModelSummaryRow(string Name, string Type, string OutputShape, long Parameters);
