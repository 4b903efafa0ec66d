using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The inner loops of <see cref="ByteProducts{TWords, TVector}"/>. A unit of a tile holds two halves of two rows each, the two rows' bytes of a feature side by
/// side: as they are for sums over rows, parted for sums over features.
/// </summary>
internal static unsafe class ByteKernels<TWords, TVector>
    where TWords : struct, IWordLanes<TVector>
    where TVector : struct
{
    private const int Half = ByteRows.TileBytes / 2;
    private const int Block = ByteRows.Block;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;

    [MethodImpl(Hot)]
    internal static void Scores9(byte* x, ulong* units, int words, short* w, nint ws, int* s)
    {
        short* w1 = w + ws, w2 = w1 + ws, w3 = w2 + ws, w4 = w3 + ws, w5 = w4 + ws, w6 = w5 + ws, w7 = w6 + ws, w8 = w7 + ws;
        TVector a0 = TWords.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0;
        TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0, b8 = a0;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = (nint)((word * 64) + BitOperations.TrailingZeroCount(left)) * ByteProducts.WordsOfUnit;
                for (byte* end = x + Half; x < end; x += TWords.Width, j += TWords.Width)
                {
                    TVector v0 = TWords.Part(TWords.LoadBytes(x)), v1 = TWords.Part(TWords.LoadBytes(x + Half));
                    TVector u = TWords.Load(w + j);
                    a0 = TWords.MultiplyAddPairs(v0, u, a0);
                    b0 = TWords.MultiplyAddPairs(v1, u, b0);
                    u = TWords.Load(w1 + j);
                    a1 = TWords.MultiplyAddPairs(v0, u, a1);
                    b1 = TWords.MultiplyAddPairs(v1, u, b1);
                    u = TWords.Load(w2 + j);
                    a2 = TWords.MultiplyAddPairs(v0, u, a2);
                    b2 = TWords.MultiplyAddPairs(v1, u, b2);
                    u = TWords.Load(w3 + j);
                    a3 = TWords.MultiplyAddPairs(v0, u, a3);
                    b3 = TWords.MultiplyAddPairs(v1, u, b3);
                    u = TWords.Load(w4 + j);
                    a4 = TWords.MultiplyAddPairs(v0, u, a4);
                    b4 = TWords.MultiplyAddPairs(v1, u, b4);
                    u = TWords.Load(w5 + j);
                    a5 = TWords.MultiplyAddPairs(v0, u, a5);
                    b5 = TWords.MultiplyAddPairs(v1, u, b5);
                    u = TWords.Load(w6 + j);
                    a6 = TWords.MultiplyAddPairs(v0, u, a6);
                    b6 = TWords.MultiplyAddPairs(v1, u, b6);
                    u = TWords.Load(w7 + j);
                    a7 = TWords.MultiplyAddPairs(v0, u, a7);
                    b7 = TWords.MultiplyAddPairs(v1, u, b7);
                    u = TWords.Load(w8 + j);
                    a8 = TWords.MultiplyAddPairs(v0, u, a8);
                    b8 = TWords.MultiplyAddPairs(v1, u, b8);
                }

                x += Half;
            }
        }

        Store(s, a0, b0);
        Store(s + Block, a1, b1);
        Store(s + (2 * Block), a2, b2);
        Store(s + (3 * Block), a3, b3);
        Store(s + (4 * Block), a4, b4);
        Store(s + (5 * Block), a5, b5);
        Store(s + (6 * Block), a6, b6);
        Store(s + (7 * Block), a7, b7);
        Store(s + (8 * Block), a8, b8);
    }

    [MethodImpl(Hot)]
    internal static void Scores3(byte* x, ulong* units, int words, short* w, nint ws, int* s)
    {
        short* w1 = w + ws, w2 = w1 + ws;
        TVector a0 = TWords.Zero, a1 = a0, a2 = a0;
        TVector b0 = a0, b1 = a0, b2 = a0;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = (nint)((word * 64) + BitOperations.TrailingZeroCount(left)) * ByteProducts.WordsOfUnit;
                for (byte* end = x + Half; x < end; x += TWords.Width, j += TWords.Width)
                {
                    TVector v0 = TWords.Part(TWords.LoadBytes(x)), v1 = TWords.Part(TWords.LoadBytes(x + Half));
                    TVector u = TWords.Load(w + j);
                    a0 = TWords.MultiplyAddPairs(v0, u, a0);
                    b0 = TWords.MultiplyAddPairs(v1, u, b0);
                    u = TWords.Load(w1 + j);
                    a1 = TWords.MultiplyAddPairs(v0, u, a1);
                    b1 = TWords.MultiplyAddPairs(v1, u, b1);
                    u = TWords.Load(w2 + j);
                    a2 = TWords.MultiplyAddPairs(v0, u, a2);
                    b2 = TWords.MultiplyAddPairs(v1, u, b2);
                }

                x += Half;
            }
        }

        Store(s, a0, b0);
        Store(s + Block, a1, b1);
        Store(s + (2 * Block), a2, b2);
    }

    [MethodImpl(Hot)]
    internal static void Scores1(byte* x, ulong* units, int words, short* w, int* s)
    {
        TVector a0 = TWords.Zero;
        TVector b0 = a0;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = (nint)((word * 64) + BitOperations.TrailingZeroCount(left)) * ByteProducts.WordsOfUnit;
                for (byte* end = x + Half; x < end; x += TWords.Width, j += TWords.Width)
                {
                    TVector v0 = TWords.Part(TWords.LoadBytes(x)), v1 = TWords.Part(TWords.LoadBytes(x + Half));
                    TVector u = TWords.Load(w + j);
                    a0 = TWords.MultiplyAddPairs(v0, u, a0);
                    b0 = TWords.MultiplyAddPairs(v1, u, b0);
                }

                x += Half;
            }
        }

        Store(s, a0, b0);
    }

    [MethodImpl(Hot)]
    internal static void Rows9(byte* x, ReadOnlySpan<uint> tiles, short* f, float scale, float* g, nint gs)
    {
        TVector a0 = TWords.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0;
        foreach (uint tile in tiles)
        {
            byte* v = x + ByteRows.OffsetOf(tile);
            short* p = f + (ByteRows.NumberOf(tile) * ByteRows.Tile);
            TVector v0 = TWords.LoadBytes(v), v1 = TWords.LoadBytes(v + Half);
            a0 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p), a0));
            a1 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + Block + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + Block), a1));
            a2 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (2 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (2 * Block)), a2));
            a3 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (3 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (3 * Block)), a3));
            a4 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (4 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (4 * Block)), a4));
            a5 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (5 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (5 * Block)), a5));
            a6 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (6 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (6 * Block)), a6));
            a7 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (7 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (7 * Block)), a7));
            a8 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (8 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (8 * Block)), a8));
        }

        TWords.AddScaled(g, a0, scale);
        TWords.AddScaled(g + gs, a1, scale);
        TWords.AddScaled(g + (2 * gs), a2, scale);
        TWords.AddScaled(g + (3 * gs), a3, scale);
        TWords.AddScaled(g + (4 * gs), a4, scale);
        TWords.AddScaled(g + (5 * gs), a5, scale);
        TWords.AddScaled(g + (6 * gs), a6, scale);
        TWords.AddScaled(g + (7 * gs), a7, scale);
        TWords.AddScaled(g + (8 * gs), a8, scale);
    }

    [MethodImpl(Hot)]
    internal static void Rows3(byte* x, ReadOnlySpan<uint> tiles, short* f, float scale, float* g, nint gs)
    {
        TVector a0 = TWords.Zero, a1 = a0, a2 = a0;
        foreach (uint tile in tiles)
        {
            byte* v = x + ByteRows.OffsetOf(tile);
            short* p = f + (ByteRows.NumberOf(tile) * ByteRows.Tile);
            TVector v0 = TWords.LoadBytes(v), v1 = TWords.LoadBytes(v + Half);
            a0 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p), a0));
            a1 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + Block + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + Block), a1));
            a2 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + (2 * Block) + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p + (2 * Block)), a2));
        }

        TWords.AddScaled(g, a0, scale);
        TWords.AddScaled(g + gs, a1, scale);
        TWords.AddScaled(g + (2 * gs), a2, scale);
    }

    [MethodImpl(Hot)]
    internal static void Rows1(byte* x, ReadOnlySpan<uint> tiles, short* f, float scale, float* g)
    {
        TVector a0 = TWords.Zero;
        foreach (uint tile in tiles)
        {
            byte* v = x + ByteRows.OffsetOf(tile);
            short* p = f + (ByteRows.NumberOf(tile) * ByteRows.Tile);
            TVector v0 = TWords.LoadBytes(v), v1 = TWords.LoadBytes(v + Half);
            a0 = TWords.MultiplyAddPairs(v1, TWords.BroadcastPair(p + 2), TWords.MultiplyAddPairs(v0, TWords.BroadcastPair(p), a0));
        }

        TWords.AddScaled(g, a0, scale);
    }

    /// <summary>The sums of four rows: two a half, each in two places of all parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* s, TVector a, TVector b) => Words128.SumsOfPairs(TWords.Fold(a), TWords.Fold(b)).Store(s);
}
