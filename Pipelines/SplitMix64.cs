namespace MlNetFashion.Pipelines;

/// <summary>
/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014) and only operations that IEEE 754 defines
/// exactly. A stream is chosen by a seed and a place, so that what is drawn at one place does not depend on those before it.
/// </summary>
internal struct SplitMix64
{
    private ulong _state;

    public SplitMix64(ulong seed, ulong place)
    {
        _state = seed;
        _state = Next() ^ (place * 0xD1342543DE82EF95);
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

    /// <summary>The numbers 0 to count - 1 in a random order (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
