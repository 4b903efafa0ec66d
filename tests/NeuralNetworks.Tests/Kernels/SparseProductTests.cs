using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Tests.Kernels;

/// <summary>A product that skips zeros is the product, bit for bit.</summary>
public unsafe class SparseProductTests
{
    private const int Rows = 3;

    [Fact]
    public void Is_the_product_of_tiles_at_512_bits() => AssertSame<Simd512, Vector512<float>>();

    [Fact]
    public void Is_the_product_of_tiles_at_256_bits() => AssertSame<Simd256, Vector256<float>>();

    [Fact]
    public void Is_the_product_of_tiles_at_128_bits() => AssertSame<Simd128, Vector128<float>>();

    [Fact]
    public void Is_the_product_of_tiles_without_vectors() => AssertSame<SimdScalar, float>();

    [Fact]
    public void Only_numbers_within_the_row_count_as_not_zero()
    {
        var values = new float[80];
        values.AsSpan().Fill(1);
        values[2] = 0;
        values[3] = -0f;
        values[4] = float.NaN;
        fixed (float* v = values)
        {
            Assert.Equal(0b10011UL, SparseProduct<Simd128, Vector128<float>>.NonZeros(v, 5));
            Assert.Equal(~0b1100UL, SparseProduct<Simd128, Vector128<float>>.NonZeros(v, 64));
        }
    }

    [Theory]
    [InlineData(0.3, 40, true)]
    [InlineData(0.7, 40, false)]
    [InlineData(0.3, 10, false)] // too few rows for a gain
    public void Is_used_where_many_rows_are_mostly_zeros(double share, int rows, bool expected)
    {
        const int Columns = 100;
        var random = new Random(1);
        float[] matrix = [.. Enumerable.Range(0, (rows * Columns) + 16).Select(_ => random.NextDouble() < share ? random.NextSingle() : 0)];
        fixed (float* m = matrix)
            Assert.Equal(expected, SparseProduct<Simd128, Vector128<float>>.IsFaster(m, Columns, rows, Columns));
    }

    private static void AssertSame<TSimd, TVector>()
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        foreach (var depth in new[] { 1, 63, 64, 130 })
        {
            for (var vectors = 1; vectors <= 10; vectors++)
            {
                foreach (var accumulate in new[] { false, true })
                    AssertSame<TSimd, TVector>(depth, vectors, accumulate);
            }
        }
    }

    private static void AssertSame<TSimd, TVector>(int depth, int vectors, bool accumulate)
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        const int Word = 64;
        var layout = new PackedMatrix(depth, vectors, TSimd.Width);
        var columns = vectors * TSimd.Width;
        var random = new Random(depth + vectors);
        var stride = depth + TSimd.Width;
        var a = Values(Rows * stride, 0.3);
        var b = Values(layout.Count, 1);
        var before = Values(Rows * columns, 1);
        float[] expected = [.. before], whole = [.. before], parted = [.. before];
        var sums = new float[columns];
        nint offset = 0;
        var words = stackalloc ulong[(depth + Word - 1) / Word];
        fixed (float* pa = a, pb = b, pe = expected, pw = whole, pp = parted, ps = sums)
        {
            var product = new ProductShape { Segments = 1, Offsets = &offset, Depth = depth, ARow = stride, ADepth = 1, CRow = columns, Accumulate = accumulate };
            MatrixProduct<TSimd, TVector>.Packed(product, Rows, pa, layout, pb, pe, 2 * TSimd.Width);
            for (var row = 0; row < Rows; row++)
            {
                for (var first = 0; first < depth; first += Word)
                    words[first / Word] = SparseProduct<TSimd, TVector>.NonZeros(pa + (row * stride) + first, Math.Min(Word, depth - first));
                var shape = new SparseShape
                {
                    Depth = depth, BRow = 2 * TSimd.Width, BNarrowRow = TSimd.Width, BPanel = layout.PanelStride, CPanel = 2 * TSimd.Width, Accumulate = accumulate,
                };
                SparseProduct<TSimd, TVector>.Row(shape, words, vectors, pa + (row * stride), pb, pw + (row * columns), null, null);

                // The same a word at a time, each part beginning with the sums of the last.
                for (var first = 0; first < depth; first += Word)
                {
                    var isLast = first + Word >= depth;
                    var part = shape with { First = first, Depth = Math.Min(Word, depth - first), Accumulate = isLast && accumulate };
                    SparseProduct<TSimd, TVector>.Row(part, words + (first / Word), vectors, pa + (row * stride), pb, isLast ? pp + (row * columns) : ps, first == 0 ? null : ps, null);
                }
            }
        }

        Assert.Equal(expected, whole);
        Assert.Equal(expected, parted);

        float[] Values(int count, double share) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < share ? (random.NextSingle() * 2) - 1 : 0)];
    }
}
