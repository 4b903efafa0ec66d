namespace MlNetFashion.Interchange.Jpeg;

/// <summary>
/// The inverse discrete cosine transform in whole numbers: the factorisation with eleven multiplications of C. Loeffler, A. Ligtenberg and
/// G. Moschytz ("Practical fast 1-D DCT algorithms with 11 multiplications", 1989), with 13 fractional bits and two more kept between the passes.
/// </summary>
internal static class JpegTransform
{
    private const int Fraction = 13;
    private const int Kept = 2;

    /// <summary>The samples of a plane, row by row of its own width and height.</summary>
    internal static byte[] Samples(JpegComponent component)
    {
        var samples = new byte[component.Width * component.Height];
        var divisors = component.Divisors!;
        Span<int> values = stackalloc int[JpegComponent.BlockLength];
        for (var row = 0; row * JpegComponent.BlockSize < component.Height; row++)
        {
            for (var column = 0; column * JpegComponent.BlockSize < component.Width; column++)
            {
                var block = component.Block(row, column);
                for (var index = 0; index < values.Length; index++)
                    values[index] = block[index] * divisors[index];
                Transform(values);
                var width = Math.Min(JpegComponent.BlockSize, component.Width - (column * JpegComponent.BlockSize));
                var height = Math.Min(JpegComponent.BlockSize, component.Height - (row * JpegComponent.BlockSize));
                for (var y = 0; y < height; y++)
                {
                    var target = samples.AsSpan((((row * JpegComponent.BlockSize) + y) * component.Width) + (column * JpegComponent.BlockSize), width);
                    for (var x = 0; x < width; x++)
                        target[x] = (byte)Math.Clamp(values[(y * JpegComponent.BlockSize) + x] + 128, 0, 255);
                }
            }
        }

        return samples;
    }

    private static void Transform(Span<int> values)
    {
        for (var column = 0; column < JpegComponent.BlockSize; column++)
            Pass(values, column, JpegComponent.BlockSize, Fraction - Kept);
        for (var row = 0; row < JpegComponent.BlockSize; row++)
            Pass(values, row * JpegComponent.BlockSize, 1, Fraction + Kept + 3);
    }

    private static void Pass(Span<int> values, int start, int step, int shift)
    {
        int At(Span<int> all, int index) => all[start + (index * step)];

        // Even half: the rotation of 2 and 6 by sqrt(2) c6, then butterflies with 0 and 4.
        var (two, six) = (At(values, 2), At(values, 6));
        var rotated = (two + six) * 4433;
        var low = rotated - (six * 15137);
        var high = rotated + (two * 6270);
        var sum = (At(values, 0) + At(values, 4)) << Fraction;
        var difference = (At(values, 0) - At(values, 4)) << Fraction;
        var (even0, even3) = (sum + high, sum - high);
        var (even1, even2) = (difference + low, difference - low);

        // Odd half: constants are sums and differences of sqrt(2) c1 to sqrt(2) c7.
        var (one, three, five, seven) = (At(values, 1), At(values, 3), At(values, 5), At(values, 7));
        var common = (seven + three + five + one) * 9633;
        var outer = (seven + one) * -7373;
        var inner = (five + three) * -20995;
        var lower = ((seven + three) * -16069) + common;
        var upper = ((five + one) * -3196) + common;
        var odd3 = (seven * 2446) + outer + lower;
        var odd2 = (five * 16819) + inner + upper;
        var odd1 = (three * 25172) + inner + lower;
        var odd0 = (one * 12299) + outer + upper;

        var half = 1 << (shift - 1);
        values[start] = (even0 + odd0 + half) >> shift;
        values[start + (7 * step)] = (even0 - odd0 + half) >> shift;
        values[start + step] = (even1 + odd1 + half) >> shift;
        values[start + (6 * step)] = (even1 - odd1 + half) >> shift;
        values[start + (2 * step)] = (even2 + odd2 + half) >> shift;
        values[start + (5 * step)] = (even2 - odd2 + half) >> shift;
        values[start + (3 * step)] = (even3 + odd3 + half) >> shift;
        values[start + (4 * step)] = (even3 - odd3 + half) >> shift;
    }
}
