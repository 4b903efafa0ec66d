using System.Buffers.Binary;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Png;

/// <summary>Decodes PNG (ISO/IEC 15948): every colour type and depth, interlaced or not, transparency included.</summary>
public static class PngReader
{
    /// <summary>Far larger than any photograph of one garment; keeps a hostile header from asking for all memory.</summary>
    private const int LargestSide = 20_000;

    private const long MostPixels = 64L << 20;

    internal static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file begins as PNGs do.</summary>
    public static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>Reads a whole file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">What to call the file in errors.</param>
    /// <exception cref="InvalidDataException">Not a PNG file, or a damaged one; one sentence.</exception>
    public static PngImage Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length == 0)
            throw new InvalidDataException($"{name} is empty: expected a PNG image, received 0 bytes; give another file.");
        if (!IsPng(content))
        {
            throw new InvalidDataException(
                $"{name} is not a PNG image: expected it to begin with {Convert.ToHexString(Signature)}, received "
                + $"{Convert.ToHexString(content[..Math.Min(8, content.Length)])}; save the picture as PNG.");
        }

        PngHeader? header = null;
        byte[] palette = [];
        byte[] transparency = [];
        using var data = new MemoryStream();
        for (var rest = content[Signature.Length..]; ;)
        {
            var (type, body) = NextChunk(ref rest, name);
            if (header is null && !type.SequenceEqual("IHDR"u8))
                throw Damaged(name, "expected the header first");
            if (type.SequenceEqual("IHDR"u8))
                header = ReadHeader(body, name);
            else if (type.SequenceEqual("PLTE"u8))
                palette = body.ToArray();
            else if (type.SequenceEqual("tRNS"u8))
                transparency = body.ToArray();
            else if (type.SequenceEqual("IDAT"u8))
                data.Write(body);
            else if (type.SequenceEqual("IEND"u8))
                break;
        }

        if (header!.Value.ColourType == PngHeader.Palette && (palette.Length == 0 || palette.Length % 3 != 0))
            throw Damaged(name, "expected a palette of red, green and blue");
        data.Position = 0;
        return new PngPixels(header.Value, palette, transparency, name).Decode(data);
    }

    internal static InvalidDataException Damaged(string name, string what, Exception? inner = null) =>
        new($"{name} is a damaged PNG image: {what}; save or copy the picture again.", inner);

    private static PngHeader ReadHeader(ReadOnlySpan<byte> body, string name)
    {
        if (body.Length != PngHeader.Length)
            throw Damaged(name, $"expected a header of {PngHeader.Length} bytes, received {body.Length}");
        var width = BinaryPrimitives.ReadUInt32BigEndian(body);
        var height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        if (width is 0 or > LargestSide || height is 0 or > LargestSide || (long)width * height > MostPixels)
        {
            throw new InvalidDataException(
                $"{name} has an impossible size: expected 1 to {LargestSide} pixels a side and at most {MostPixels} in all, received {width}x{height}; give a smaller picture.");
        }

        var header = new PngHeader((int)width, (int)height, body[8], body[9], body[12] == 1);
        if (!header.IsLegal || body[10] != 0 || body[11] != 0 || body[12] > 1)
            throw Damaged(name, $"expected a colour type and depth that PNG knows, received type {body[9]} with {body[8]} bits");
        return header;
    }

    private static (byte[] Type, byte[] Body) NextChunk(ref ReadOnlySpan<byte> rest, string name)
    {
        if (rest.Length < 12)
            throw Damaged(name, "expected more data, received the end of the file");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
            throw Damaged(name, $"expected {length} bytes in a part of the file, received {rest.Length - 12}");
        var checkedBytes = rest.Slice(4, (int)length + 4);
        if (Crc32.Of(checkedBytes) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            throw Damaged(name, "expected the checksum that is in the file, received other bytes");
        rest = rest[(12 + (int)length)..];
        return (checkedBytes[..4].ToArray(), checkedBytes[4..].ToArray());
    }
}
