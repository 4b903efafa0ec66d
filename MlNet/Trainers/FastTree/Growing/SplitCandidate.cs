namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A split of a leaf: rows whose bin of the feature is not above <paramref name="Bin"/> go left.</summary>
/// <param name="Feature">Which of the kept features; below zero for none.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="Gain">By how much the sum of squared differences from the mean falls, less penalties.</param>
/// <param name="ShiftedGain">The same without penalties.</param>
/// <param name="Left">The packed sum of the rows that go left.</param>
/// <param name="LeftWeight">The packed weight of the rows that go left; 0 where rows have no weights.</param>
internal readonly record struct SplitCandidate(int Feature, int Bin, double Gain, double ShiftedGain, long Left, long LeftWeight)
{
    internal static SplitCandidate None { get; } = new(-1, 0, double.NegativeInfinity, double.NegativeInfinity, 0, 0);
}
