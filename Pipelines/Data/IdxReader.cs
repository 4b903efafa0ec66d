using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Reads IDX, the format in which MNIST and Fashion-MNIST are published: two zero bytes, a type (8 = unsigned byte), the number
/// of dimensions, the dimensions as big-endian 32-bit numbers, then the values. A name that ends in .gz says the file is gzipped.
/// </summary>
internal static class IdxReader
{
    /// <summary>Far above any data set of this kind; a header that claims more is damaged, not large.</summary>
    private const long LargestContent = 1L << 30;

    private const string DownloadAgain = "the file is damaged or incomplete; download it again";

    /// <summary>The unsigned bytes of an image file [count, height, width].</summary>
    public static (byte[] Pixels, int Count, int Height, int Width) ReadImages(string path, byte[] content)
    {
        var (values, dimensions) = Read(path, content, dimensions: 3);
        return (values, dimensions[0], dimensions[1], dimensions[2]);
    }

    /// <summary>The class numbers of a label file [count], each below <paramref name="classes"/>.</summary>
    public static byte[] ReadLabels(string path, byte[] content, int classes)
    {
        var (values, _) = Read(path, content, dimensions: 1);
        var bad = values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (bad >= 0)
        {
            throw new InvalidDataException(
                $"{path}: label number {bad + 1} is not a class: expected 0 to {classes - 1}, received {values[bad]}; {DownloadAgain}.");
        }

        return values;
    }

    private static (byte[] Values, int[] Dimensions) Read(string path, byte[] content, int dimensions)
    {
        if (content.Length == 0)
            throw new InvalidDataException($"{path} is empty: expected an IDX file, received 0 bytes; download it again.");

        if (!IsGzipName(path))
            return Read(path, new MemoryStream(content, writable: false), dimensions);

        if (content.Length < 2 || content[0] != 0x1F || content[1] != 0x8B)
        {
            throw new InvalidDataException(
                $"{path} is not a gzip file: expected it to begin with the bytes 1F 8B, received {Hex(content.AsSpan(0, Math.Min(2, content.Length)))}; "
                + "download it again, or drop .gz from its name if it is an unpacked file.");
        }

        try
        {
            using var unpacked = new GZipStream(new MemoryStream(content, writable: false), CompressionMode.Decompress);
            return Read(path, unpacked, dimensions);
        }
        catch (InvalidDataException fault) when (!fault.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"{path} cannot be unpacked: expected a whole gzip file, received one that breaks off or was changed; {DownloadAgain}.", fault);
        }
    }

    public static bool IsGzipName(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static (byte[] Values, int[] Dimensions) Read(string path, Stream stream, int dimensions)
    {
        Span<byte> header = stackalloc byte[16];
        header = header[..(4 + 4 * dimensions)];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);

        var expectedMagic = 0x0800u + (uint)dimensions;
        if (got >= 4 && BinaryPrimitives.ReadUInt32BigEndian(header) != expectedMagic)
        {
            throw new InvalidDataException(
                $"{path} is not an IDX file of {(dimensions == 1 ? "labels" : "images")}: expected it to begin with {expectedMagic:X8}, "
                + $"received {Hex(header[..4])}; check that this is the right file.");
        }

        if (got < header.Length)
        {
            throw new InvalidDataException(
                $"{path} breaks off inside its header: expected {header.Length} bytes, received {got}; {DownloadAgain}.");
        }

        var sizes = new int[dimensions];
        var expected = 1L;
        for (var i = 0; i < dimensions; i++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(header[(4 + 4 * i)..]);
            if (size == 0 || size > LargestContent || (expected *= size) > LargestContent)
            {
                throw new InvalidDataException(
                    $"{path} has an impossible header: expected each dimension to be at least 1 and all together at most {LargestContent} values, "
                    + $"received {size} as dimension {i + 1}; {DownloadAgain}.");
            }

            sizes[i] = (int)size;
        }

        return (ReadValues(path, stream, (int)expected, sizes), sizes);
    }

    private static byte[] ReadValues(string path, Stream stream, int expected, int[] sizes)
    {
        // A damaged header may claim far more than there is: the memory grows with what arrives, not with the claim.
        var values = new byte[Math.Min(expected, 64 << 20)];
        var got = 0;
        while (true)
        {
            got += stream.ReadAtLeast(values.AsSpan(got), values.Length - got, throwOnEndOfStream: false);
            if (got < values.Length || got == expected)
                break;
            Array.Resize(ref values, (int)Math.Min(expected, 2L * values.Length));
        }

        var shape = string.Join(" x ", sizes);
        if (got < expected)
            throw new InvalidDataException($"{path} breaks off: expected {expected} bytes of values ({shape}), received {got}; {DownloadAgain}.");

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException(
                $"{path} is too long: expected {expected} bytes of values ({shape}) as its header says, received more; {DownloadAgain}.");
        }

        return values;
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
