namespace Microsoft.ML.Runtime;

/// <summary>What a message may give away.</summary>
[Flags]
public enum MessageSensitivity
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Values of the user's data.</summary>
    UserData = 0x1,

    /// <summary>Names and types of the user's columns.</summary>
    Schema = 0x2,

    /// <summary>Everything.</summary>
    All = ~0,

    /// <summary>Not known, so treated as everything.</summary>
    Unknown = ~0,
}
