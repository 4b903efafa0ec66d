using System.Buffers.Binary;
using System.Numerics;

namespace Microsoft.ML.Runtime;

/// <summary>MurmurHash3 for x86, 32 bit (Austin Appleby), in the steps that ML.NET uses on its own.</summary>
internal static class MurmurHash
{
    /// <summary>Mixes one 32-bit chunk into the hash.</summary>
    internal static uint MixRound(uint hash, uint chunk)
    {
        unchecked
        {
            chunk *= 0xCC9E2D51u;
            chunk = BitOperations.RotateLeft(chunk, 15);
            chunk *= 0x1B873593u;
            hash ^= chunk;
            hash = BitOperations.RotateLeft(hash, 13);
            return (hash * 5u) + 0xE6546B64u;
        }
    }

    /// <summary>Closes a hash over <paramref name="byteLength"/> bytes.</summary>
    internal static uint Finish(uint hash, uint byteLength)
    {
        unchecked
        {
            hash ^= byteLength;
            hash ^= hash >> 16;
            hash *= 0x85EBCA6Bu;
            hash ^= hash >> 13;
            hash *= 0xC2B2AE35u;
            return hash ^ (hash >> 16);
        }
    }

    internal static uint OfUInt32(uint seed, uint value) => Finish(MixRound(seed, value), 4);

    internal static uint OfUInt64(uint seed, ulong value) => Finish(MixRound(MixRound(seed, (uint)value), (uint)(value >> 32)), 8);

    internal static uint OfBytes(uint seed, ReadOnlySpan<byte> bytes)
    {
        uint hash = seed;
        int whole = bytes.Length & ~3;
        for (int i = 0; i < whole; i += 4)
            hash = MixRound(hash, BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));

        // The tail is mixed in as a chunk, but without the rotation and the addition that close a whole round.
        uint tail = 0;
        for (int i = bytes.Length - 1; i >= whole; i--)
            tail = (tail << 8) | bytes[i];
        if (whole < bytes.Length)
            hash ^= unchecked(BitOperations.RotateLeft(unchecked(tail * 0xCC9E2D51u), 15) * 0x1B873593u);
        return Finish(hash, (uint)bytes.Length);
    }
}
