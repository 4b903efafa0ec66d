namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Accuracies as a report prints them, from 0 to 1.</summary>
internal sealed record ReportedFigures(double Test, double? Train = null, double? Validation = null);
