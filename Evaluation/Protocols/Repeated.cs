namespace MlNetFashion.Evaluation;

/// <summary>A protocol several times over, each time with the next seed.</summary>
/// <param name="Inner">A shuffled protocol; consecutive folds would be the same every time.</param>
/// <param name="Repeats">How often, at least 1.</param>
public sealed record Repeated(Protocol Inner, int Repeats) : Protocol
{
    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant($"{Repeats} times {Inner.Description}");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The inner protocol draws nothing at random.</exception>
    public override IReadOnlyList<Fold> Split(IReadOnlyList<int> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Repeats, 1);
        return [.. Enumerable.Range(0, Repeats).SelectMany(repeat => Reseed(repeat).Split(labels))];
    }

    private Protocol Reseed(int repeat) => Inner switch
    {
        KFold { Shuffle: true } inner => inner with { Seed = inner.Seed + repeat },
        StratifiedKFold { Shuffle: true } inner => inner with { Seed = inner.Seed + repeat },
        ShuffleSplit inner => inner with { Seed = inner.Seed + repeat },
        _ => throw new ArgumentException($"Only a protocol that draws rows at random differs from one time to the next. Received: {Inner.Description}."),
    };
}
