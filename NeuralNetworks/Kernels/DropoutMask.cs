namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Which values dropout keeps: a hash of a key (seed, layer, step) and a value's position compared with a threshold. Any thread and any
/// vector width therefore sees the same mask, and the backward pass could find it again.
/// </summary>
internal readonly record struct DropoutMask(uint Key, uint Threshold, float Scale)
{
    // Two rounds of multiply and xor-shift; constants found by C. Wellons' search for integer hashes of little bias.
    public const uint FirstFactor = 0x7FEB352D;
    public const uint SecondFactor = 0x846CA68B;

    /// <summary>The mask of one layer in one step; keeps everything at rate 0.</summary>
    public static DropoutMask For(double rate, int seed, int layer, int step) =>
        new((uint)SeededRandom.Key(seed, RandomStream.Dropout, unchecked((layer * 0x3779FB9) ^ step)), (uint)((1 - rate) * uint.MaxValue), (float)(1 / (1 - rate)));

    public static uint Hash(uint x)
    {
        x ^= x >> 16;
        x *= FirstFactor;
        x ^= x >> 15;
        x *= SecondFactor;
        return x ^ (x >> 16);
    }

    public float Factor(uint position) => Hash(Key + position) <= Threshold ? Scale : 0;
}
