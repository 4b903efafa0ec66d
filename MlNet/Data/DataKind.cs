namespace Microsoft.ML.Data;

/// <summary>The kinds of values that a column can be asked to have.</summary>
public enum DataKind : byte
{
    /// <summary>8 bits, signed.</summary>
    SByte = 1,

    /// <summary>8 bits, unsigned.</summary>
    Byte = 2,

    /// <summary>16 bits, signed.</summary>
    Int16 = 3,

    /// <summary>16 bits, unsigned.</summary>
    UInt16 = 4,

    /// <summary>32 bits, signed.</summary>
    Int32 = 5,

    /// <summary>32 bits, unsigned.</summary>
    UInt32 = 6,

    /// <summary>64 bits, signed.</summary>
    Int64 = 7,

    /// <summary>64 bits, unsigned.</summary>
    UInt64 = 8,

    /// <summary>Single precision.</summary>
    Single = 9,

    /// <summary>Double precision.</summary>
    Double = 10,

    /// <summary>Text.</summary>
    String = 11,

    /// <summary>True or false.</summary>
    Boolean = 12,

    /// <summary>A span of time.</summary>
    TimeSpan = 13,

    /// <summary>A date with a time of day.</summary>
    DateTime = 14,

    /// <summary>A date with a time of day and an offset from UTC.</summary>
    DateTimeOffset = 15,
}
