namespace MlNetFashion.Pipelines;

/// <summary>
/// The numbers behind one drawing: SplitMix64 (Steele, Lea, Flood 2014), seeded by the data set's seed and the image's place, so that
/// an image does not depend on those before it. Only operations that IEEE 754 defines exactly: the same bits on every machine.
/// </summary>
internal struct SketchRandom
{
    private ulong _state;

    public SketchRandom(ulong seed, ulong image)
    {
        _state = seed;
        _state = Next() ^ (image * 0xD1342543DE82EF95);
        Next();
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double Range(double low, double high) => low + (high - low) * Unit();

    /// <summary>Bell-shaped around 0 with standard deviation 1: the sum of three uniform numbers, which ends at ±3.</summary>
    public double Bell() => 2 * (Unit() + Unit() + Unit() - 1.5);

    /// <summary>True in the given share of the cases.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>0 to count - 1.</summary>
    public int Below(int count) => (int)(Unit() * count);
}
