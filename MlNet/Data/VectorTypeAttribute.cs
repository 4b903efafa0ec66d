namespace Microsoft.ML.Data;

/// <summary>Says how long the vectors of an array member are.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class VectorTypeAttribute : Attribute
{
    /// <summary>Vectors of different lengths.</summary>
    public VectorTypeAttribute()
    {
    }

    /// <summary>Vectors of one length.</summary>
    public VectorTypeAttribute(int size)
    {
        Dimensions = [size];
    }

    /// <summary>Vectors with dimensions, row-major.</summary>
    public VectorTypeAttribute(params int[] dimensions)
    {
        Dimensions = dimensions;
    }

    internal int[]? Dimensions { get; }
}
