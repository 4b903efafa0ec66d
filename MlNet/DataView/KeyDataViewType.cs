using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>One of <see cref="Count"/> things: the raw value is 1-based, 0 stands for a missing one.</summary>
public sealed class KeyDataViewType : PrimitiveDataViewType
{
    /// <summary>A key type over byte, ushort, uint or ulong.</summary>
    /// <param name="type">The raw type.</param>
    /// <param name="count">How many things there are, at least 1 and at most what the raw type can hold.</param>
    public KeyDataViewType(Type type, ulong count)
        : base(type)
    {
        if (!IsValidDataType(type))
            throw new ArgumentOutOfRangeException(nameof(type), $"A key's raw type must be byte, ushort, uint or ulong. Received: {type}.");
        if (count == 0 || count > MaximumCount(type))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count),
                string.Create(CultureInfo.InvariantCulture, $"The count of a key over {type.Name} must be 1 to {MaximumCount(type)}. Received: {count}."));
        }

        Count = count;
    }

    /// <summary>A key type over byte, ushort, uint or ulong.</summary>
    public KeyDataViewType(Type type, int count)
        : this(type, count > 0 ? (ulong)count : 0)
    {
    }

    /// <summary>How many things there are.</summary>
    public ulong Count { get; }

    /// <summary>True for byte, ushort, uint and ulong.</summary>
    public static bool IsValidDataType(Type type) =>
        type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong);

    /// <inheritdoc/>
    public override bool Equals(DataViewType? other) => other is KeyDataViewType key && key.RawType == RawType && key.Count == Count;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is DataViewType type && Equals(type);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RawType, Count);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Key<{RawType.Name}, 0-{Count - 1}>");

    internal static ulong MaximumCount(Type type) =>
        type == typeof(byte) ? byte.MaxValue : type == typeof(ushort) ? ushort.MaxValue : type == typeof(uint) ? uint.MaxValue : ulong.MaxValue;
}
