using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Training rows whose features are whole multiples, from 0 to 255, of one scale each, as those of pixels are: a byte a feature, a quarter of the memory, and
/// exact. Features are ordered so that units of sixteen are often zero, rows so that those with the same units lie together; masks tell what is not zero. Four
/// rows are a tile: a cache line a unit, of two rows in each half, byte by byte in turns.
/// </summary>
internal sealed unsafe class ByteRows : IDisposable
{
    /// <summary>Features that are left out together where they are zero.</summary>
    internal const int Unit = 16;

    /// <summary>Rows that share a mask of units.</summary>
    internal const int Tile = 4;

    /// <summary>Bytes of a unit of a tile.</summary>
    internal const int TileBytes = Tile * Unit;

    /// <summary>Rows whose tiles' masks are kept unit by unit. The sum of so many bytes times 16-bit words fits into 32 bits.</summary>
    internal const int Block = Tile << TileBits;

    private const int FewestRows = 512;
    private const int Samples = 512;
    private const int TileBits = 6;
    private readonly byte* _data;
    private readonly ulong[] _tileUnits;
    private readonly int[] _tileStarts;
    private readonly uint[] _tilesOfUnits;
    private readonly int[] _unitStarts;

    private ByteRows(int[] features, float[] scales, int[] order, byte[] natural)
    {
        Features = features;
        Scales = scales;
        Order = order;
        Stride = PackedRows.PaddedLength(features.Length);
        Units = Stride / Unit;
        Words = (Units + 63) / 64;
        int blocks = (order.Length + Block - 1) / Block;
        _tileUnits = new ulong[blocks * (Block / Tile) * Words];
        Parallel.For(0, blocks, block =>
        {
            for (int row = block * Block; row < Math.Min((block + 1) * Block, order.Length); row++)
                Mask(natural.AsSpan(order[row] * Stride, Stride), _tileUnits.AsSpan(row / Tile * Words, Words));
        });
        _tileStarts = new int[(_tileUnits.Length / Words) + 1];
        for (int tile = 1; tile < _tileStarts.Length; tile++)
            _tileStarts[tile] = _tileStarts[tile - 1] + Filled(_tileUnits.AsSpan((tile - 1) * Words, Words));
        int lines = _tileStarts[^1];
        _tilesOfUnits = new uint[lines];
        _unitStarts = new int[(blocks * Units) + 1];
        _unitStarts[^1] = lines;
        _data = (byte*)NativeMemory.AlignedAlloc((nuint)lines * TileBytes, TileBytes);
        NativeMemory.Clear(_data, (nuint)lines * TileBytes);
        Parallel.For(0, blocks, block =>
        {
            ListTiles(block);
            for (int row = block * Block; row < Math.Min((block + 1) * Block, order.Length); row++)
                Place(natural.AsSpan(order[row] * Stride, Stride), row);
        });
    }

    ~ByteRows() => NativeMemory.AlignedFree(_data);

    internal int Count => Order.Length;

    /// <summary>The feature at each place of a row.</summary>
    internal int[] Features { get; }

    /// <summary>What the byte at each place is to be multiplied by.</summary>
    internal float[] Scales { get; }

    /// <summary>The number that each row had.</summary>
    internal int[] Order { get; }

    /// <summary>Features of a row, padded to whole units.</summary>
    internal int Stride { get; }

    internal int Units { get; }

    /// <summary>Words of a mask of units.</summary>
    internal int Words { get; }

    /// <summary>The byte of a row at a place.</summary>
    internal byte this[int row, int place] => IsFilled(row / Tile, place / Unit) ? *At(row, place) : (byte)0;

    /// <summary>The units that are not zero in the tile from a row on.</summary>
    internal ReadOnlySpan<ulong> UnitsOfTile(int row) => _tileUnits.AsSpan(row / Tile * Words, Words);

    /// <summary>These units, <see cref="TileBytes"/> each, one after the other; those of the next tiles follow.</summary>
    internal byte* TileAt(int row) => _data + ((nint)_tileStarts[row / Tile] * TileBytes);

    /// <summary>The tiles in which a unit is not zero, of the block from a row on.</summary>
    internal ReadOnlySpan<uint> TilesOfUnit(int row, int unit)
    {
        int index = (row / Block * Units) + unit;
        return _tilesOfUnits.AsSpan(_unitStarts[index].._unitStarts[index + 1]);
    }

    /// <summary>Which of its block's tiles this is, of <see cref="TilesOfUnit"/>.</summary>
    internal static nint NumberOf(uint tile) => (nint)(tile & ((1 << TileBits) - 1));

    /// <summary>How many bytes behind the start of its block the unit of a tile lies.</summary>
    internal static nint OffsetOf(uint tile) => (nint)(tile >> TileBits) * TileBytes;

    public void Dispose()
    {
        NativeMemory.AlignedFree(_data);
        GC.SuppressFinalize(this);
    }

    /// <summary>The rows as bytes; null where they are not multiples of scales, or too few to be worth the work.</summary>
    internal static ByteRows? TryMake(PackedRows rows)
    {
        int stride = PackedRows.PaddedLength(rows.Features);
        if (rows.Count < FewestRows || (long)rows.Count * stride > Array.MaxLength)
            return null;
        float[][] sampled = [.. Enumerable.Range(0, Samples).Select(sample => rows.Row(sample * (rows.Count / Samples)).ToArray())];
        int[] features = FeatureUnits.Order(rows.Features, Samples, (feature, sample) => sampled[sample][feature] == 0);
        var natural = new byte[rows.Count * stride];
        return ByteLevels.TryFill(rows, features, sampled, natural, stride) is { } scales ? new ByteRows(features, scales, Sorted(natural, rows.Count, stride), natural) : null;
    }

    /// <summary>Rows with the same units one after the other.</summary>
    private static int[] Sorted(byte[] natural, int count, int stride)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        int words = ((stride / Unit) + 63) / 64;
        var masks = new ulong[count * words];
        Parallel.For(0, (count + Block - 1) / Block, block =>
        {
            for (int row = block * Block; row < Math.Min((block + 1) * Block, count); row++)
                Mask(natural.AsSpan(row * stride, stride), masks.AsSpan(row * words, words));
        });
        Array.Sort(order, (left, right) =>
        {
            int difference = masks.AsSpan(left * words, words).SequenceCompareTo(masks.AsSpan(right * words, words));
            return difference != 0 ? difference : left.CompareTo(right);
        });
        return order;
    }

    /// <summary>Adds the units of a row that are not zero to a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mask(ReadOnlySpan<byte> row, Span<ulong> mask)
    {
        for (int unit = 0; unit * Unit < row.Length; unit++)
        {
            if (row.Slice(unit * Unit, Unit).ContainsAnyExcept((byte)0))
                mask[unit / 64] |= 1UL << (unit % 64);
        }
    }

    private static int Filled(ReadOnlySpan<ulong> mask)
    {
        int count = 0;
        foreach (ulong word in mask)
            count += BitOperations.PopCount(word);
        return count;
    }

    private bool IsFilled(int tile, int unit) => (_tileUnits[(tile * Words) + (unit / 64)] >> (unit % 64) & 1) != 0;

    /// <summary>Where the byte of a row lies at a place whose unit is not zero in its tile.</summary>
    private byte* At(int row, int place)
    {
        ReadOnlySpan<ulong> mask = UnitsOfTile(row);
        int unit = place / Unit;
        int before = Filled(mask[..(unit / 64)]) + BitOperations.PopCount(mask[unit / 64] & ((1UL << (unit % 64)) - 1));
        return TileAt(row) + ((nint)before * TileBytes) + (row % Tile / 2 * (TileBytes / 2)) + (place % Unit * 2) + (row % 2);
    }

    /// <summary>Lists the tiles of a block unit by unit.</summary>
    private void ListTiles(int block)
    {
        int firstTile = block * (Block / Tile);
        int start = _tileStarts[firstTile];
        var next = new int[Block / Tile];
        for (int tile = 0; tile < next.Length; tile++)
            next[tile] = _tileStarts[firstTile + tile] - start;
        int listed = start;
        for (int unit = 0; unit < Units; unit++)
        {
            _unitStarts[(block * Units) + unit] = listed;
            for (int tile = 0; tile < next.Length; tile++)
            {
                if (IsFilled(firstTile + tile, unit))
                    _tilesOfUnits[listed++] = (uint)((next[tile]++ << TileBits) | tile);
            }
        }
    }

    /// <summary>Copies a row to its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(ReadOnlySpan<byte> source, int row)
    {
        byte* target = At(row, 0);
        for (int unit = 0; unit < Units; unit++)
        {
            if (!IsFilled(row / Tile, unit))
                continue;
            ReadOnlySpan<byte> values = source.Slice(unit * Unit, Unit);
            for (int i = 0; i < Unit; i++)
                target[2 * i] = values[i];
            target += TileBytes;
        }
    }
}
