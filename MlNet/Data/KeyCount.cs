namespace Microsoft.ML.Data;

/// <summary>How many values a key has.</summary>
public sealed class KeyCount
{
    /// <summary>The count; null for as many as the type can hold.</summary>
    public ulong? Count;

    /// <summary>As many values as the type can hold.</summary>
    public KeyCount()
    {
    }

    /// <summary>A count of values, at least 1.</summary>
    public KeyCount(ulong count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        Count = count;
    }
}
