using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>The pictures of one part of a data set with their classes.</summary>
/// <param name="Split">What the part is called, as "training".</param>
/// <param name="Images">The pictures.</param>
/// <param name="Labels">The class of each, from 0.</param>
public sealed record LabelledImages(string Split, GreyImages Images, ImmutableArray<int> Labels)
{
    /// <summary>Where a picture lies: "training 17".</summary>
    public string Name(int picture) => FormattableString.Invariant($"{Split} {picture}");

    /// <summary>The first pictures of a class, in order.</summary>
    public IEnumerable<int> OfClass(int label, int atMost) => Enumerable.Range(0, Labels.Length).Where(i => Labels[i] == label).Take(atMost);
}
