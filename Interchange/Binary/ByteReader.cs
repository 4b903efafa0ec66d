using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MlNetFashion.Interchange.Binary;

/// <summary>
/// Reads little-endian numbers and text out of bytes that nobody vouches for: every length is compared with what is left
/// before anything is allocated, and every fault is an <see cref="InvalidDataException"/> that says where it was found.
/// </summary>
public class ByteReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _position;

    /// <param name="bytes">What is read.</param>
    /// <param name="source">What the bytes are, as a person knows them, for error sentences: "Model.key of Transform_002", say.</param>
    public ByteReader(ReadOnlyMemory<byte> bytes, string source)
    {
        _bytes = bytes;
        Source = source;
    }

    /// <summary>What the bytes are, as error sentences call them.</summary>
    public string Source { get; }

    public int Length => _bytes.Length;

    public int Remaining => _bytes.Length - _position;

    /// <summary>Where the next read begins.</summary>
    /// <exception cref="InvalidDataException">Set to a place outside the bytes.</exception>
    public int Position
    {
        get => _position;
        set
        {
            if ((uint)value > (uint)_bytes.Length)
                throw new InvalidDataException($"{Source} points to offset {value}, but is {_bytes.Length} bytes long; the file is damaged.");
            _position = value;
        }
    }

    public byte ReadByte() => Take(1)[0];

    /// <exception cref="InvalidDataException">The byte is neither 0 nor 1.</exception>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        var other => throw Fault($"expected 0 or 1 for a truth value, found {other}"),
    };

    public short ReadInt16() => BinaryPrimitives.ReadInt16LittleEndian(Take(2));

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public ReadOnlyMemory<byte> ReadBytes(int count)
    {
        Demand(count);
        var start = _position;
        _position += count;
        return _bytes.Slice(start, count);
    }

    /// <summary>Reads a count that is followed by that many items of at least <paramref name="itemSize"/> bytes each.</summary>
    /// <exception cref="InvalidDataException">The count is negative, or more than what is left can hold.</exception>
    public int ReadCount(int itemSize = 1)
    {
        var count = ReadInt32();
        if (count < 0 || (long)count * itemSize > Remaining)
            throw Fault($"a count says {count} items of {itemSize} bytes, but {Remaining} bytes are left");
        return count;
    }

    /// <summary>Reads <paramref name="count"/> primitive numbers that stand one after the other.</summary>
    public T[] ReadValues<T>(int count)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        if (count < 0 || (long)count * size > Remaining)
            throw Fault($"expected {count} values of {size} bytes, but {Remaining} bytes are left");
        var values = new T[count];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        Take(target.Length).CopyTo(target);
        if (!BitConverter.IsLittleEndian)
            ByteWriter.ReverseEach(target, size);
        return values;
    }

    /// <summary>Reads a count (Int32), then that many primitive numbers.</summary>
    public T[] ReadCountedValues<T>()
        where T : unmanaged => ReadValues<T>(ReadCount(Marshal.SizeOf<T>()));

    /// <summary>Reads a number of seven bits a byte, lowest first (LEB128).</summary>
    public ulong ReadLeb128()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            if (shift == 63 && next > 1)
                throw Fault("a LEB128 number is longer than 64 bits");
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    /// <summary>Reads text as .NET's BinaryWriter writes it: the length in bytes as LEB128, then UTF-8.</summary>
    public string ReadText()
    {
        var length = ReadLeb128();
        if (length > (ulong)Remaining)
            throw Fault($"a text says {length} bytes, but {Remaining} bytes are left");
        try
        {
            return StrictUtf8.GetString(Take((int)length));
        }
        catch (DecoderFallbackException)
        {
            throw Fault("a text is not valid UTF-8");
        }
    }

    /// <summary>An exception whose sentence names the source and the offset; for the caller to throw.</summary>
    public InvalidDataException Fault(string what) => new($"{Source} is damaged: {what} (at offset {_position}).");

    private ReadOnlySpan<byte> Take(int count)
    {
        Demand(count);
        var span = _bytes.Span.Slice(_position, count);
        _position += count;
        return span;
    }

    private void Demand(int count)
    {
        if (count < 0 || count > Remaining)
            throw Fault($"expected {count} more bytes, but {Remaining} are left");
    }
}
