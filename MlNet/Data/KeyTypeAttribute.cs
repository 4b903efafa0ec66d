namespace Microsoft.ML.Data;

/// <summary>Makes an unsigned member a key: member values 0 to count - 1, others are missing.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class KeyTypeAttribute : Attribute
{
    /// <summary>A key of as many values as the member's type can hold.</summary>
    public KeyTypeAttribute()
    {
    }

    /// <summary>A key of <paramref name="count"/> values.</summary>
    public KeyTypeAttribute(ulong count)
    {
        KeyCount = new KeyCount(count);
    }

    internal KeyCount? KeyCount { get; }
}
