using System.Runtime.Intrinsics;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Kernels;

/// <summary>Sums of bytes times words are exact, whatever the vectors.</summary>
public sealed class ByteProductsTests
{
    private const int Rows = 700;
    private const int Features = 70;
    private const int Block = ByteRows.Block;

    public static TheoryData<int, int> Widths()
    {
        var data = new TheoryData<int, int>();
        foreach (int outputs in new[] { 1, 2, 3, 5, 9, 13 })
        {
            foreach (int bits in new[] { 128, 256, 512 })
                data.Add(outputs, bits);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public unsafe void Scores_are_those_of_a_plain_loop(int outputs, int bits)
    {
        using PackedRows packed = Pixels();
        using ByteRows rows = ByteRows.TryMake(packed)!;
        var random = new System.Random(3);
        var weights = new short[outputs, rows.Stride];
        var words = new short[outputs * rows.Units * ByteProducts.WordsOfUnit];
        for (int k = 0; k < outputs; k++)
        {
            for (int place = 0; place < rows.Stride; place++)
            {
                weights[k, place] = (short)random.Next(short.MinValue, short.MaxValue + 1);
                int word = (k * rows.Units * ByteProducts.WordsOfUnit) + ByteProducts.WordOf(place);
                words[word] = words[word + ByteProducts.Twin] = weights[k, place];
            }
        }

        var sums = new int[outputs * Block];
        for (int first = 0; first < Rows; first += Block)
        {
            fixed (short* w = words)
            fixed (int* s = sums)
                Products(bits).Scores(rows, first, w, outputs, s);
            for (int row = first; row < Math.Min(first + Block, Rows); row++)
            {
                for (int k = 0; k < outputs; k++)
                {
                    int expected = 0;
                    for (int place = 0; place < Features; place++)
                        expected += rows[row, place] * weights[k, place];
                    Assert.Equal(expected, sums[(k * Block) + row - first]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public unsafe void Sums_of_rows_are_those_of_a_plain_loop(int outputs, int bits)
    {
        using PackedRows packed = Pixels();
        using ByteRows rows = ByteRows.TryMake(packed)!;
        var random = new System.Random(4);
        var factors = new short[outputs * Block];
        var sums = new float[outputs * rows.Stride];
        for (int first = 0; first < Rows; first += Block)
        {
            // The greatest words that there are, too: even of them the sums of a block do not overflow.
            for (int i = 0; i < factors.Length; i++)
                factors[i] = first == 0 ? short.MaxValue : (short)random.Next(-short.MaxValue, short.MaxValue + 1);
            Array.Clear(sums);
            fixed (short* f = factors)
            fixed (float* s = sums)
                Products(bits).AddRows(rows, first, f, outputs, 0.5f, s, rows.Stride);
            for (int k = 0; k < outputs; k++)
            {
                for (int place = 0; place < Features; place++)
                {
                    int expected = 0;
                    for (int row = first; row < Math.Min(first + Block, Rows); row++)
                        expected += rows[row, place] * factors[(k * Block) + row - first];
                    Assert.Equal(0.5f * expected, sums[(k * rows.Stride) + place]);
                }
            }
        }
    }

    private static ByteProducts Products(int bits) => bits switch
    {
        128 => new ByteProducts<Words128, Vector128<short>>(),
        256 => new ByteProducts<Words256, Vector256<short>>(),
        _ => new ByteProducts<Words512, Vector512<short>>(),
    };

    private static PackedRows Pixels()
    {
        var random = new System.Random(11);
        var packed = new PackedRows(Features, Rows);
        for (int row = 0; row < Rows; row++)
        {
            Span<float> target = packed.Append();
            for (int feature = row % 5 * Features / 10; feature < Features; feature++)
                target[feature] = random.Next(3) == 0 ? 255 : random.Next(256);
        }

        return packed;
    }
}
