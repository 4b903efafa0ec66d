namespace MlNetFashion.Experiments.Running;

/// <summary>The protocols that a command line can ask for.</summary>
internal enum ProtocolKind
{
    HoldOut,
    KFold,
    Shuffled,
    Stratified,
    StratifiedShuffled,
    ShuffleSplit,
    MlNet,
    Nested,
    Warm,
    WarmShuffleSplit,
}
