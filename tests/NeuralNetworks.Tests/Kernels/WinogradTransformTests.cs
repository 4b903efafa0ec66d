using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Tests.Kernels;

/// <summary>One channel's convolution through the planes is the convolution, for every way that tiles can cover an image.</summary>
public unsafe class WinogradTransformTests
{
    private const int Width = 4; // lanes, each an image of its own

    public static TheoryData<int, int, int> Sizes()
    {
        var sizes = new TheoryData<int, int, int>();
        for (var rows = 1; rows <= 11; rows++)
        {
            for (var columns = 1; columns <= 11; columns++)
            {
                sizes.Add(rows, columns, 3);
                sizes.Add(rows, columns, 5);
            }
        }

        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Planes_multiplied_and_transformed_back_are_the_convolution(int rows, int columns, int taps)
    {
        var (tileRows, tileColumns) = (new WinogradAxis(rows, taps), new WinogradAxis(columns, taps));
        var transform = new WinogradTransform<Simd128, Vector128<float>>(tileRows, tileColumns);
        var random = new Random((100 * rows) + columns);
        var image = Values(random, tileRows.Patch * tileColumns.Patch * Width);
        var weights = Values(random, taps * taps * Width);
        var kernel = new float[transform.Planes * Width];
        var scratch = new float[transform.KernelScratch(Width)];
        fixed (float* t = weights, k = kernel, s = scratch)
            transform.Kernel(t, Width, k, Width, Width, s);

        var result = new float[tileRows.Covered * tileColumns.Covered * Width];
        var planes = new float[transform.Planes * tileColumns.Tiles * Width];
        var strips = new float[transform.StripLength(Width)];
        var plane = tileColumns.Tiles * Width;
        fixed (float* i = image, p = planes, s = strips, r = result)
        {
            for (var row = 0; row < tileRows.Tiles; row++)
            {
                var tiles = new RowOfTiles(p, p + (tileColumns.WholeTiles * Width));
                transform.Input(row, i + (tileRows.First(row) * tileColumns.Patch * Width), tileColumns.Patch * Width, tiles, plane, Width, s);
                for (var at = 0; at < planes.Length; at++)
                    planes[at] *= kernel[(at / plane * Width) + (at % Width)];
                transform.Output(row, tiles, plane, r + (tileRows.First(row) * tileColumns.Covered * Width), Width, s);
            }
        }

        for (var at = 0; at < result.Length; at++)
            Assert.Equal(Direct(image, weights, at, tileColumns), result[at], 1e-4);
    }

    private static double Direct(float[] image, float[] weights, int at, WinogradAxis columns)
    {
        var (pixel, lane) = Math.DivRem(at, Width);
        var (y, x) = Math.DivRem(pixel, columns.Covered);
        var sum = 0d;
        for (var tap = 0; tap < columns.Taps * columns.Taps; tap++)
            sum += (double)image[(((((y + (tap / columns.Taps)) * columns.Patch) + x + (tap % columns.Taps)) * Width) + lane)] * weights[(tap * Width) + lane];
        return sum;
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
