namespace MlNetFashion.Interchange.Idv;

/// <summary>The kinds of single values in an IDV file. The numbers are ML.NET's own for data kinds.</summary>
public enum IdvPrimitive
{
    SByte = 1,
    Byte = 2,
    Int16 = 3,
    UInt16 = 4,
    Int32 = 5,
    UInt32 = 6,
    Int64 = 7,
    UInt64 = 8,
    Single = 9,
    Double = 10,
    Text = 11,
    Boolean = 12,
    TimeSpan = 13,
    DateTime = 14,
    DateTimeOffset = 15,

    /// <summary>A 128-bit row identifier.</summary>
    RowId = 16,
}
