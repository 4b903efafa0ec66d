using System.Buffers.Binary;
using System.Numerics;

namespace MlNetFashion.Pipelines;

/// <summary>
/// A number that depends on which labelled images a set holds but not on their order or on the file format, so that the published
/// images are recognised unpacked, packed anew or as CSV. Not a defence against forgery: for telling data sets apart.
/// </summary>
internal static class ContentDigest
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static ulong Of(PackedImages images)
    {
        var sum = 0ul;
        for (var i = 0; i < images.Count; i++)
        {
            var rest = images.Image(i);
            var hash = images.Labels[i] + 1ul;
            for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
                hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            foreach (var value in rest)
                hash = Mix(hash, value);
            sum += hash ^ (hash >> 29);
        }

        return sum;
    }

    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ word) * Multiplier, 29);
}
