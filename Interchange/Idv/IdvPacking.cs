using System.IO.Compression;

namespace MlNetFashion.Interchange.Idv;

/// <summary>Packs and unpacks the blocks of an IDV file.</summary>
internal static class IdvPacking
{
    // Deflate makes at most about 1,032 bytes of one; a block that claims more is lying.
    private const long MostBytesOfOne = 1032;

    public static byte[] Deflate(ReadOnlySpan<byte> plain)
    {
        var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(plain);
        return deflated.ToArray();
    }

    /// <summary>Unpacks a block whose plain length is not known.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or longer than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> stored, IdvCompression compression, long limit, string source)
    {
        if (compression == IdvCompression.None)
            return stored;
        using var stream = Open(stored, compression);
        var plain = new MemoryStream();
        var piece = new byte[1 << 14];
        try
        {
            for (int read; (read = stream.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if (plain.Length > limit)
                    throw new InvalidDataException($"{source} unpacks to more than {limit} bytes.");
            }
        }
        catch (InvalidDataException exception) when (!exception.Message.StartsWith(source, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{source} is damaged: it cannot be unpacked.", exception);
        }

        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }

    /// <summary>Unpacks a block of a known plain length.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of another length.</exception>
    public static ReadOnlyMemory<byte> UnpackExactly(byte[] stored, IdvCompression compression, int length, string source)
    {
        if (length < 0 || (compression == IdvCompression.None ? stored.Length != length : stored.Length * MostBytesOfOne < length))
            throw new InvalidDataException($"{source} is damaged: {stored.Length} stored bytes cannot be {length} bytes.");
        if (compression == IdvCompression.None)
            return stored;
        var plain = new byte[length];
        try
        {
            using var stream = Open(stored, compression);
            stream.ReadExactly(plain);
            if (stream.ReadByte() < 0)
                return plain;
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException($"{source} is damaged: it cannot be unpacked to {length} bytes.", exception);
        }

        throw new InvalidDataException($"{source} is damaged: it unpacks to more than the {length} bytes it says.");
    }

    private static Stream Open(ReadOnlyMemory<byte> stored, IdvCompression compression)
    {
        var packed = new MemoryStream(stored.ToArray());
        return compression == IdvCompression.Zlib
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new DeflateStream(packed, CompressionMode.Decompress);
    }
}
