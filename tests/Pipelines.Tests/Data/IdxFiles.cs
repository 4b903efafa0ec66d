using System.Buffers.Binary;
using System.IO.Compression;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

/// <summary>Makes IDX files for tests.</summary>
internal static class IdxFiles
{
    public static byte[] Make(byte[] values, params int[] dimensions)
    {
        var file = new byte[4 + 4 * dimensions.Length + values.Length];
        file[2] = 8;
        file[3] = (byte)dimensions.Length;
        for (var i = 0; i < dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * i), dimensions[i]);
        values.CopyTo(file, 4 + 4 * dimensions.Length);
        return file;
    }

    public static byte[] Images(int count, int seed = 1, int height = 28, int width = 28)
    {
        var values = new byte[count * height * width];
        new Random(seed).NextBytes(values);
        return Make(values, count, height, width);
    }

    public static byte[] Labels(int count) => Make([.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))], count);

    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>A whole small data set in a folder, gzipped or plain.</summary>
    public static void WriteSet(TemporaryFolder folder, string subfolder, bool gzip, int train = 20, int test = 10)
    {
        Write("train-images-idx3-ubyte", Images(train));
        Write("train-labels-idx1-ubyte", Labels(train));
        Write("t10k-images-idx3-ubyte", Images(test, seed: 2));
        Write("t10k-labels-idx1-ubyte", Labels(test));

        void Write(string name, byte[] content) =>
            folder.Write(Path.Combine(subfolder, gzip ? name + ".gz" : name), gzip ? Gzip(content) : content);
    }
}
