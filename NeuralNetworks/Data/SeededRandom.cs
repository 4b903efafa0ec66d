namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// A small generator whose numbers depend on the seed alone, on every platform and version: SplitMix64 (Steele, Lea and Flood 2014).
/// Each purpose draws from a stream of its own, so that using more numbers for one never changes another.
/// </summary>
internal sealed class SeededRandom(int seed, RandomStream stream, int index = 0)
{
    private ulong _state = Key(seed, stream, index);

    /// <summary>Where a stream begins; by itself one well mixed number for a seed, a purpose and an index.</summary>
    public static ulong Key(int seed, RandomStream stream, int index) => Mix(Mix(Mix((uint)seed) ^ (ulong)stream) ^ (uint)index);

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, bound).</summary>
    public int NextInt(int bound) => (int)(((NextBits() >> 32) * (ulong)bound) >> 32);

    /// <summary>Standard normal, redrawn while further than two deviations from the mean (Box and Muller 1958).</summary>
    public double NextTruncatedNormal()
    {
        while (true)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
            var value = radius * Math.Cos(2 * Math.PI * NextDouble());
            if (Math.Abs(value) <= 2)
                return value;
        }
    }

    /// <summary>Every order equally likely (Fisher and Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Spreads every bit over all bits.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
