using System.IO.Compression;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests;

/// <summary>The first images of Fashion-MNIST as the reference models saw them: Label, the number of the class, and Pixels, 0 to 255, both Single.</summary>
internal static class FashionImages
{
    internal const int Pixels = 784;

    internal static ArrayView Train(int count) => Load("train", count);

    internal static ArrayView Test(int count) => Load("t10k", count);

    private static ArrayView Load(string part, int count)
    {
        byte[] pixels = Read($"{part}-images-idx3-ubyte.gz", 16, count * Pixels);
        byte[] labels = Read($"{part}-labels-idx1-ubyte.gz", 8, count);
        var images = new float[count][];
        for (int i = 0; i < count; i++)
            images[i] = Array.ConvertAll(pixels[(i * Pixels)..((i + 1) * Pixels)], pixel => (float)pixel);
        return new ArrayView(count)
            .With("Label", NumberDataViewType.Single, Array.ConvertAll(labels, label => (float)label))
            .WithVectors("Pixels", Pixels, images);
    }

    private static byte[] Read(string file, int header, int length)
    {
        using var stream = new GZipStream(File.OpenRead(SharedFiles.Require($"datasets/fashion-mnist/{file}")), CompressionMode.Decompress);
        stream.ReadExactly(new byte[header]);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
