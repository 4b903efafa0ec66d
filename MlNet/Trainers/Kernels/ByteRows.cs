using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Training rows whose features are whole multiples, from 0 to 255, of one scale each, as those of pixels are: a byte a feature, a quarter of the memory, and
/// exact. Features are ordered so that units of sixteen are often zero, rows so that those with the same units lie together; masks tell what is not zero.
/// </summary>
internal sealed unsafe class ByteRows : IDisposable
{
    /// <summary>Features that are left out together where they are zero.</summary>
    internal const int Unit = 16;

    /// <summary>Rows that share a mask of units.</summary>
    internal const int Tile = 4;

    /// <summary>Rows whose masks are kept unit by unit.</summary>
    internal const int Block = 64;

    private const int FewestRows = 512;
    private const int Samples = 512;
    private const int MostSamples = 2 * Samples;
    private const int Attempts = 4;
    private readonly byte* _data;
    private readonly ulong[] _tileUnits;
    private readonly ulong[] _blockRows;

    private ByteRows(int[] features, float[] scales, int[] order, byte[] natural)
    {
        Features = features;
        Scales = scales;
        Order = order;
        Stride = PackedRows.PaddedLength(features.Length);
        Units = Stride / Unit;
        Words = (Units + 63) / 64;
        int padded = PackedRows.RoundUp(order.Length, Block);
        _data = (byte*)NativeMemory.AlignedAlloc((nuint)padded * (nuint)Stride, 64);
        NativeMemory.Clear(_data, (nuint)padded * (nuint)Stride);
        _tileUnits = new ulong[padded / Tile * Words];
        _blockRows = new ulong[padded / Block * Units];
        Parallel.For(0, padded / Block, block =>
        {
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

    /// <summary>Bytes from one row to the next, whole units.</summary>
    internal int Stride { get; }

    internal int Units { get; }

    /// <summary>Words of a mask of units.</summary>
    internal int Words { get; }

    internal byte* this[int row] => _data + ((nint)row * Stride);

    /// <summary>The units that are not zero in the tile from a row on.</summary>
    internal ReadOnlySpan<ulong> UnitsOfTile(int row) => _tileUnits.AsSpan(row / Tile * Words, Words);

    /// <summary>For each unit the rows in which it is not zero, of the block from a row on.</summary>
    internal ReadOnlySpan<ulong> RowsOfBlock(int row) => _blockRows.AsSpan(row / Block * Units, Units);

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
        return TryScale(rows, features, sampled, natural, stride) is { } scales ? new ByteRows(features, scales, Sorted(natural, rows.Count, stride), natural) : null;
    }

    /// <summary>Fills in the bytes; gives the scale at each place, or null where some values are no multiples.</summary>
    private static float[]? TryScale(PackedRows rows, int[] features, float[][] sampled, byte[] natural, int stride)
    {
        if (Greatest(rows) is not { } greatest)
            return null;

        // Scales are guessed from some rows; values that do not fit are added to these, until all fit or nothing does.
        var samples = new List<float>[features.Length];
        var scales = new float[features.Length];
        for (int place = 0; place < features.Length; place++)
        {
            samples[place] = [.. sampled.Select(row => row[features[place]])];
            if (ByteScale.Find(greatest[features[place]], samples[place]) is not { } scale)
                return null;
            scales[place] = scale;
        }

        int[] open = [.. Enumerable.Range(0, features.Length)];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            open = Fill(rows, features, open, scales, natural, stride, samples);
            if (open.Length == 0)
                return scales;
            foreach (int place in open)
            {
                if (ByteScale.Find(greatest[features[place]], samples[place]) is not { } scale)
                    return null;
                scales[place] = scale;
            }
        }

        return null;
    }

    /// <summary>The greatest value of each feature; null where one has negative values.</summary>
    private static float[]? Greatest(PackedRows rows)
    {
        float[] greatest = rows.Row(0).ToArray();
        bool negative = false;
        Parallel.For(0, (rows.Count + Block - 1) / Block, () => (float[])greatest.Clone(), (block, state, most) =>
        {
            for (int row = block * Block; row < Math.Min((block + 1) * Block, rows.Count); row++)
            {
                if (TensorPrimitives.Min(rows.Row(row)) < 0)
                {
                    Volatile.Write(ref negative, true);
                    state.Stop();
                    break;
                }

                TensorPrimitives.Max(most, rows.Row(row), most);
            }

            return most;
        }, most =>
        {
            lock (greatest)
                TensorPrimitives.Max(greatest, most, greatest);
        });
        return negative ? null : greatest;
    }

    /// <summary>Fills in some places and gives those at which some values do not fit; these values are added to the samples.</summary>
    private static int[] Fill(PackedRows rows, int[] features, int[] places, float[] scales, byte[] natural, int stride, List<float>[] samples)
    {
        float[] inverses = Array.ConvertAll(scales, scale => scale == 0 ? 0 : 1 / scale);
        var misfits = new HashSet<int>();
        Parallel.For(0, (rows.Count + Block - 1) / Block, block =>
        {
            for (int row = block * Block; row < Math.Min((block + 1) * Block, rows.Count); row++)
            {
                float* source = rows[row];
                Span<byte> target = natural.AsSpan(row * stride, stride);
                foreach (int place in places)
                {
                    float value = source[features[place]];
                    int level = ByteScale.Quotient(value, scales[place], inverses[place]);
                    target[place] = (byte)level;
                    if (level >= 0)
                        continue;
                    lock (misfits)
                    {
                        misfits.Add(place);
                        if (samples[place].Count < MostSamples)
                            samples[place].Add(value);
                    }
                }
            }
        });
        return [.. misfits];
    }

    /// <summary>Rows with the same units one after the other.</summary>
    private static int[] Sorted(byte[] natural, int count, int stride)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        int units = stride / Unit;
        int words = (units + 63) / 64;
        var masks = new ulong[count][];
        Parallel.For(0, count, row =>
        {
            masks[row] = new ulong[words];
            Mask(natural.AsSpan(row * stride, stride), masks[row]);
        });
        Array.Sort(order, (left, right) =>
        {
            int difference = masks[left].AsSpan().SequenceCompareTo(masks[right]);
            return difference != 0 ? difference : left.CompareTo(right);
        });
        return order;
    }

    private static void Mask(ReadOnlySpan<byte> row, Span<ulong> mask)
    {
        for (int unit = 0; unit * Unit < row.Length; unit++)
        {
            if (row.Slice(unit * Unit, Unit).ContainsAnyExcept((byte)0))
                mask[unit / 64] |= 1UL << (unit % 64);
        }
    }

    /// <summary>Copies a row to its place and notes its units. Rows of a block are placed by one thread.</summary>
    private void Place(ReadOnlySpan<byte> source, int row)
    {
        source.CopyTo(new Span<byte>(this[row], Stride));
        Span<ulong> tile = _tileUnits.AsSpan(row / Tile * Words, Words);
        Span<ulong> block = _blockRows.AsSpan(row / Block * Units, Units);
        for (int unit = 0; unit < Units; unit++)
        {
            if (!source.Slice(unit * Unit, Unit).ContainsAnyExcept((byte)0))
                continue;
            tile[unit / 64] |= 1UL << (unit % 64);
            block[unit] |= 1UL << (row % Block);
        }
    }
}
