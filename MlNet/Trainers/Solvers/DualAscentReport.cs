namespace Microsoft.ML.Trainers;

/// <summary>What a look at the losses after a pass saw.</summary>
internal readonly record struct DualAscentReport(int Iteration, double Primal, double Dual);
