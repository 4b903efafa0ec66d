namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>The memory of a tensor, which views of other shapes share. One of the three arrays is there; it may be longer than the tensor.</summary>
internal sealed class TensorStorage
{
    public float[]? Singles { get; init; }

    public double[]? Doubles { get; init; }

    public long[]? Integers { get; init; }

    /// <summary>Whether the memory goes back to a pool when nobody uses it any more; constants and a caller's arrays do not.</summary>
    public bool Pooled { get; init; }

    /// <summary>How many tensors use it.</summary>
    public int Users { get; set; } = 1;

    public long Bytes => (Singles?.LongLength * sizeof(float)) ?? (Doubles?.LongLength * sizeof(double)) ?? (Integers!.LongLength * sizeof(long));

    public static TensorStorage Of(ElementType type, int count, bool pooled) => type switch
    {
        ElementType.Single => new() { Singles = GC.AllocateUninitializedArray<float>(count), Pooled = pooled },
        ElementType.Double => new() { Doubles = GC.AllocateUninitializedArray<double>(count), Pooled = pooled },
        _ => new() { Integers = GC.AllocateUninitializedArray<long>(count), Pooled = pooled },
    };
}
