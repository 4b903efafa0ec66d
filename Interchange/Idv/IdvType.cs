using System.Collections.Immutable;

namespace MlNetFashion.Interchange.Idv;

/// <summary>
/// The type of a column or annotation in an IDV file: a primitive, a key over an unsigned integer, or a vector of either.
/// </summary>
/// <param name="Primitive">What a single item is; for a key, the unsigned integer that represents it (0 = missing, else 1-based).</param>
/// <param name="KeyCount">How many values a key has; null where the items are no keys.</param>
/// <param name="Dimensions">A vector's dimensions, 0 for an unknown one, none at all for a vector of unknown rank; null for a single value.</param>
public sealed record IdvType(IdvPrimitive Primitive, ulong? KeyCount = null, ImmutableArray<int>? Dimensions = null)
{
    public bool IsVector => Dimensions is not null;

    /// <summary>The number of slots of a vector, the product of its dimensions; 0 where that is not known.</summary>
    /// <exception cref="InvalidOperationException">The type is no vector.</exception>
    /// <exception cref="OverflowException">The vector has more than 2^31 - 1 slots.</exception>
    public int VectorSize
    {
        get
        {
            if (Dimensions is not { } dimensions)
                throw new InvalidOperationException("A single value has no vector size.");
            if (dimensions.Length == 0 || dimensions.Contains(0))
                return 0;
            var size = 1;
            foreach (var dimension in dimensions)
                size = checked(size * dimension);
            return size;
        }
    }

    public static IdvType Key(IdvPrimitive primitive, ulong count) => new(primitive, count);

    /// <summary>A vector of Single, with the given dimensions.</summary>
    public static IdvType SingleVector(params ImmutableArray<int> dimensions) => new(IdvPrimitive.Single, null, dimensions);

    /// <summary>A vector of text, with the given dimensions.</summary>
    public static IdvType TextVector(params ImmutableArray<int> dimensions) => new(IdvPrimitive.Text, null, dimensions);

    public bool Equals(IdvType? other) =>
        other is not null && Primitive == other.Primitive && KeyCount == other.KeyCount && IsVector == other.IsVector
        && (!IsVector || Dimensions!.Value.AsSpan().SequenceEqual(other.Dimensions!.Value.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Primitive, KeyCount, Dimensions?.Length);

    public override string ToString()
    {
        var item = KeyCount is { } count ? $"Key<{Primitive}, {count}>" : Primitive.ToString();
        return Dimensions is { } dimensions ? $"Vector<{item}, {string.Join(", ", dimensions)}>" : item;
    }
}
