namespace MlNetFashion.Experiments.Reproduction;

/// <summary>How our figure stands to the reported one.</summary>
internal enum Verdict
{
    /// <summary>It was not run.</summary>
    Open,

    /// <summary>It was measured on sketch data, or in a quick look.</summary>
    NotComparable,

    /// <summary>The reported figure lies within our interval.</summary>
    Reproduced,

    /// <summary>Ours is higher by more than the interval.</summary>
    Better,

    /// <summary>Ours is lower by more than the interval.</summary>
    NotReproduced,
}
