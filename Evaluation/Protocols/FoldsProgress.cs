namespace MlNetFashion.Evaluation;

/// <summary>How far the folds of a protocol have come.</summary>
/// <param name="Finished">Folds finished, those kept from an earlier run included.</param>
/// <param name="Folds">All of them.</param>
/// <param name="Reused">Those kept from an earlier run.</param>
/// <param name="Last">The number of the fold finished last, from 0, and what it came to; null before the first of this run.</param>
/// <param name="Remaining">How long the rest will take at the pace of this run; null before its first fold.</param>
public sealed record FoldsProgress(int Finished, int Folds, int Reused, (int Fold, FoldOutcome Outcome)? Last, TimeSpan? Remaining);
