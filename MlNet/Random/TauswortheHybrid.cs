namespace Microsoft.ML.Runtime;

/// <summary>
/// ML.NET's random generator: three Tausworthe words and one linear congruential word, combined by exclusive or
/// (the hybrid generator of "GPU Gems 3", chapter 37), seeded through the rounds of MurmurHash3.
/// </summary>
/// <remarks>
/// Every draw makes exactly one step, so a sequence is the same whatever kinds of draws it is read with. The sequences are ML.NET's,
/// which makes splits, shuffles and seeded trainers agree with it.
/// </remarks>
internal sealed class TauswortheHybrid : Random
{
    private uint _z1;
    private uint _z2;
    private uint _z3;
    private uint _z4;

    /// <summary>Starts from an unsigned 32-bit seed; a negative seed is given as its two's complement.</summary>
    internal TauswortheHybrid(uint seed)
        : base(0)
    {
        _z1 = seed;
        _z2 = MurmurHash.MixRound(seed, seed);
        _z3 = MurmurHash.MixRound(_z2, seed);
        _z4 = MurmurHash.MixRound(_z3, seed);
    }

    internal TauswortheHybrid(int seed)
        : this(unchecked((uint)seed))
    {
    }

    /// <summary>Forks from <paramref name="parent"/>, which advances by at least eight steps.</summary>
    internal TauswortheHybrid(Random parent)
        : base(0)
    {
        ArgumentNullException.ThrowIfNull(parent);
        _z1 = DrawWord(parent, atLeast: 128);
        _z2 = DrawWord(parent, atLeast: 128);
        _z3 = DrawWord(parent, atLeast: 128);
        _z4 = DrawWord(parent, atLeast: 0);
    }

    private TauswortheHybrid(TauswortheHybrid other)
        : base(0)
    {
        (_z1, _z2, _z3, _z4) = other.State;
    }

    /// <summary>The four state words, for tests of the seeding.</summary>
    internal (uint Z1, uint Z2, uint Z3, uint Z4) State => (_z1, _z2, _z3, _z4);

    /// <summary>A generator that goes on as this one does.</summary>
    internal TauswortheHybrid Copy() => new(this);

    public override int Next() => (int)(NextUInt32() & 0x7FFFFFFFu);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)(((ulong)NextUInt32() * (uint)maxValue) >> 32);
    }

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, minValue);
        return (int)((long)(NextDouble() * ((long)maxValue - minValue)) + minValue);
    }

    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    public override void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
            buffer[i] = (byte)Next(256);
    }

    public override double NextDouble() => NextUInt32() * (1.0 / 4294967296.0);

    public override float NextSingle() => (NextUInt32() >> 9) * (1f / 8388608f);

    /// <summary>The next 32 bits as a signed number, in the whole range of <see cref="int"/>.</summary>
    internal int NextSigned() => unchecked((int)NextUInt32());

    protected override double Sample() => NextDouble();

    private static uint DrawWord(Random parent, uint atLeast)
    {
        uint word;
        do
        {
            word = (uint)parent.Next(0x10000) << 16;
            word |= (uint)parent.Next(0x10000);
        }
        while (word < atLeast);
        return word;
    }

    private static uint Step(uint word, int left, int right, int shift, uint mask) => ((word & mask) << shift) ^ (((word << left) ^ word) >> right);

    private uint NextUInt32()
    {
        _z1 = Step(_z1, 13, 19, 12, ~1u);
        _z2 = Step(_z2, 2, 25, 4, ~7u);
        _z3 = Step(_z3, 3, 11, 17, ~15u);
        _z4 = unchecked((1664525u * _z4) + 1013904223u);
        return _z1 ^ _z2 ^ _z3 ^ _z4;
    }
}
