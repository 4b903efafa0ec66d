using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>A 128-bit identity of a row, stable under splitting and filtering.</summary>
public readonly struct DataViewRowId : IComparable<DataViewRowId>, IEquatable<DataViewRowId>
{
    private const ulong FirstMixer = 0xff51afd7ed558ccdUL;
    private const ulong SecondMixer = 0xc4ceb9fe1a85ec53UL;

    /// <summary>The low 64 bits.</summary>
    public readonly ulong Low;

    /// <summary>The high 64 bits.</summary>
    public readonly ulong High;

    /// <summary>Makes an identity of its two halves.</summary>
    public DataViewRowId(ulong low, ulong high)
    {
        Low = low;
        High = high;
    }

    /// <inheritdoc/>
    public bool Equals(DataViewRowId other) => Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataViewRowId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <inheritdoc/>
    public int CompareTo(DataViewRowId other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>32 hexadecimal digits, the high half first.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    /// <summary>The identity of the first row derived from this one.</summary>
    public DataViewRowId Fork() => Mixed(Low, High, 0x9e3779b97f4a7c15UL);

    /// <summary>The identity of the next row derived from the same origin.</summary>
    public DataViewRowId Next() => Mixed(Low, High, 0xd1b54a32d192ed03UL);

    /// <summary>An identity made of this one and <paramref name="other"/>.</summary>
    public DataViewRowId Combine(DataViewRowId other) => Mixed(Low ^ Mix(other.Low + 1), High ^ Mix(other.High + FirstMixer), 0);

    private static DataViewRowId Mixed(ulong low, ulong high, ulong salt)
    {
        var newLow = Mix(low + salt) + high;
        return new DataViewRowId(newLow, Mix(high ^ newLow ^ salt));
    }

    // The 64-bit finaliser of MurmurHash3.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * FirstMixer;
        value = (value ^ (value >> 33)) * SecondMixer;
        return value ^ (value >> 33);
    }
}
