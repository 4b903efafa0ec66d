using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Running;

/// <summary>How rows are to be split, as a command line says it.</summary>
/// <param name="Kind">The protocol's name.</param>
/// <param name="Folds">Folds, or splits of a shuffle split.</param>
/// <param name="Repeats">How often, each time with the next seed.</param>
/// <param name="TestFraction">The share judged, where the protocol draws it.</param>
internal sealed record ProtocolRequest(ProtocolKind Kind, int Folds, int Repeats, double TestFraction)
{
    /// <summary>Folds within each fold of a nested protocol.</summary>
    public const int InnerFolds = 3;

    /// <summary>How the training rows of a nested protocol's outer fold are split.</summary>
    public static Protocol Inner { get; } = new StratifiedKFold(InnerFolds);

    /// <summary>The names of the protocols, in the order in which help lists them, each with what it does.</summary>
    public static IReadOnlyList<(string Name, ProtocolKind Kind, string Meaning)> Known { get; } =
    [
        ("hold-out", ProtocolKind.HoldOut, "one split, a share of the rows judged"),
        ("k-fold", ProtocolKind.KFold, "consecutive folds"),
        ("shuffled", ProtocolKind.Shuffled, "folds of rows drawn at random"),
        ("stratified", ProtocolKind.Stratified, "the classes in the same proportions in each fold"),
        ("stratified-shuffled", ProtocolKind.StratifiedShuffled, "the same, rows drawn at random"),
        ("shuffle-split", ProtocolKind.ShuffleSplit, "a share of the rows judged, drawn anew each time"),
        ("mlnet", ProtocolKind.MlNet, "ML.NET's own CrossValidate"),
        ("nested", ProtocolKind.Nested, "chooses among several NAMEs within each fold"),
        ("warm", ProtocolKind.Warm, "consecutive folds, each from the weights of the one before, beside folds from scratch"),
        ("warm-shuffle-split", ProtocolKind.WarmShuffleSplit, "shuffle splits likewise"),
    ];

    public string Name => Known.First(known => known.Kind == Kind).Name;

    /// <summary>How many trainings it takes, of one experiment.</summary>
    public int Splits => (Kind == ProtocolKind.HoldOut ? 1 : Folds) * Repeats;

    public bool IsWarm => Kind is ProtocolKind.Warm or ProtocolKind.WarmShuffleSplit;

    /// <summary>Whether a share of the rows is drawn to be judged, rather than all judged in turn.</summary>
    public bool DrawsAFraction => Kind is ProtocolKind.HoldOut or ProtocolKind.ShuffleSplit or ProtocolKind.WarmShuffleSplit;

    /// <summary>Whether the protocol draws rows at random, so that repeating it makes sense.</summary>
    public bool IsRandom => Kind is ProtocolKind.HoldOut or ProtocolKind.Shuffled or ProtocolKind.StratifiedShuffled or ProtocolKind.ShuffleSplit;

    /// <summary>The protocol. For ML.NET's own, the splits are ML.NET's; this one says only how many.</summary>
    public Protocol ToProtocol(int seed)
    {
        Protocol once = Kind switch
        {
            ProtocolKind.HoldOut => new ShuffleSplit(1, TestFraction, Seed: seed),
            ProtocolKind.Shuffled or ProtocolKind.MlNet => new KFold(Folds, Shuffle: true, seed),
            ProtocolKind.Stratified or ProtocolKind.Nested => new StratifiedKFold(Folds),
            ProtocolKind.StratifiedShuffled => new StratifiedKFold(Folds, Shuffle: true, seed),
            ProtocolKind.ShuffleSplit or ProtocolKind.WarmShuffleSplit => new ShuffleSplit(Folds, TestFraction, Seed: seed),
            _ => new KFold(Folds),
        };
        return Repeats > 1 ? new Repeated(once, Repeats) : once;
    }
}
