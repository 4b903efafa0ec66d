using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests;

/// <summary>The real Fashion-MNIST as row objects, as the reference runs read it.</summary>
internal static class FashionRows
{
    internal const int Pixels = 784;

    internal static List<Image> Test(int count) => Read("t10k", count);

    internal static List<Image> Train(int count) => Read("train", count);

    private static List<Image> Read(string part, int count)
    {
        var pixels = Content($"{part}-images-idx3-ubyte.gz", 16, count * Pixels);
        var labels = Content($"{part}-labels-idx1-ubyte.gz", 8, count);
        return [.. Enumerable.Range(0, count).Select(row => new Image
        {
            Label = labels[row],
            Pixels = Array.ConvertAll(pixels[(row * Pixels)..((row + 1) * Pixels)], value => (float)value),
        })];
    }

    private static byte[] Content(string file, int header, int length)
    {
        using var gzip = new GZipStream(File.OpenRead(SharedFiles.Require($"datasets/fashion-mnist/{file}")), CompressionMode.Decompress);
        var start = new byte[header];
        gzip.ReadExactly(start);
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(start), 2049, 2051);
        var content = new byte[length];
        gzip.ReadExactly(content);
        return content;
    }

    internal sealed class Image
    {
        public float Label { get; set; }

        [VectorType(FashionRows.Pixels)]
        public float[] Pixels { get; set; } = [];
    }
}
