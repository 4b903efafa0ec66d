namespace MlNetFashion.Interchange.Idv;

/// <summary>Something known about a column as a whole, such as the values behind its keys.</summary>
/// <param name="Name">"KeyValues", "SlotNames", "IsNormalized" and so on.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Value">
/// A single value, or a dense array of them for a vector: sbyte to ulong, float, double, string, bool, TimeSpan, DateTime,
/// DateTimeOffset, UInt128 (row identifiers); a key is its raw unsigned integer.
/// </param>
public sealed record IdvAnnotation(string Name, IdvType Type, object Value)
{
    /// <summary>An annotation that is true, such as "IsNormalized".</summary>
    public static IdvAnnotation True(string name) => new(name, new IdvType(IdvPrimitive.Boolean), true);

    /// <summary>A vector of text.</summary>
    public static IdvAnnotation Texts(string name, string[] values) => new(name, IdvType.TextVector(values.Length), values);

    /// <summary>A vector of whatever the array holds.</summary>
    /// <exception cref="ArgumentException">Its items are of no kind that an IDV file knows.</exception>
    public static IdvAnnotation Vector(string name, Array values) =>
        new(name, new IdvType(IdvValues.PrimitiveOf(values.GetType().GetElementType()!), null, [values.Length]), values);

    /// <summary>A vector of Single.</summary>
    public static IdvAnnotation Singles(string name, float[] values) => new(name, IdvType.SingleVector(values.Length), values);
}
