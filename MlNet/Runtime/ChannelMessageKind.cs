namespace Microsoft.ML.Runtime;

/// <summary>How much a message matters.</summary>
public enum ChannelMessageKind
{
    /// <summary>For whoever debugs.</summary>
    Trace = 0,

    /// <summary>What goes on.</summary>
    Info = 1,

    /// <summary>Something may be wrong.</summary>
    Warning = 2,

    /// <summary>Something failed.</summary>
    Error = 3,
}
