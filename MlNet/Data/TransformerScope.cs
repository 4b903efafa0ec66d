namespace Microsoft.ML.Data;

/// <summary>When a step of a chain is used.</summary>
[Flags]
public enum TransformerScope
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>When the chain is fitted.</summary>
    Training = 1 << 0,

    /// <summary>When the chain is tested.</summary>
    Testing = 1 << 1,

    /// <summary>When the chain scores new data.</summary>
    Scoring = 1 << 2,

    /// <summary>When the chain is fitted or tested.</summary>
    TrainTest = Training | Testing,

    /// <summary>Always.</summary>
    Everything = Training | Testing | Scoring,
}
