namespace MlNetFashion.Evaluation;

/// <summary>How far an exploration has come.</summary>
/// <param name="Doing">What it is at.</param>
/// <param name="Share">How much of that is done, 0 to 1; null where nobody knows.</param>
/// <param name="Remaining">How long that will take yet; null where nobody knows.</param>
public sealed record ExplorationProgress(string Doing, double? Share, TimeSpan? Remaining);
