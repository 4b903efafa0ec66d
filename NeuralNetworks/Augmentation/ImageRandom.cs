namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Random numbers for one image in one epoch: SplitMix64 (Steele, Lea and Flood 2014) started from a hash of seed, epoch and image, so that
/// they do not depend on which thread asks, nor on the image's place in its batch.
/// </summary>
internal ref struct ImageRandom
{
    private ulong _state;

    public ImageRandom(int seed, RandomStream stream, int epoch, int image) =>
        _state = SeededRandom.Mix(SeededRandom.Key(seed, stream, epoch) ^ (uint)image);

    /// <summary>Uniform in [0, 1).</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return (SeededRandom.Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform between the two.</summary>
    public double Between(double lower, double upper) => lower + (upper - lower) * Next();

    /// <summary>Uniform between -reach and reach.</summary>
    public double Within(double reach) => Between(-reach, reach);

    /// <summary>Uniform in [0, bound).</summary>
    public int NextInt(int bound) => (int)(Next() * bound);

    /// <summary>True half of the time.</summary>
    public bool NextBoolean() => Next() < 0.5;

    /// <summary>Beta(alpha, alpha) as the share of one of two gamma variates.</summary>
    public double NextBeta(double alpha)
    {
        var first = NextGamma(alpha);
        var second = NextGamma(alpha);
        return first + second > 0 ? first / (first + second) : NextBoolean() ? 1 : 0;
    }

    /// <summary>Gamma(shape, 1) by rejection (Marsaglia and Tsang 2000); shapes below 1 by their boost.</summary>
    private double NextGamma(double shape)
    {
        if (shape < 1)
            return NextGamma(shape + 1) * Math.Pow(1 - Next(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(1 - Next()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }
}
