namespace Microsoft.ML;

/// <summary>What a trainer likes its data to be.</summary>
public sealed class TrainerInfo
{
    internal TrainerInfo(bool needNormalization, bool wantCaching)
    {
        NeedNormalization = needNormalization;
        WantCaching = wantCaching;
    }

    /// <summary>True where features of one scale make the training better or faster.</summary>
    public bool NeedNormalization { get; }

    /// <summary>True where the trainer reads its data several times.</summary>
    public bool WantCaching { get; }
}
