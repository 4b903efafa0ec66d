using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MlNetFashion.Interchange.Binary;

/// <summary>Appends numbers and text to a growing buffer, little-endian as all the formats of this room are.</summary>
public class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>How many bytes have been written.</summary>
    public int Length => _buffer.WrittenCount;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    public void WriteBoolean(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16LittleEndian(Take(2), value);

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void WriteSingle(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(4), value);

    public void WriteDouble(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

    public void WriteBytes(ReadOnlySpan<byte> values) => _buffer.Write(values);

    /// <summary>Writes primitive numbers one after the other, without a count.</summary>
    public void WriteValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        var bytes = MemoryMarshal.AsBytes(values);
        var target = Take(bytes.Length);
        bytes.CopyTo(target);
        if (!BitConverter.IsLittleEndian)
            ReverseEach(target, size);
    }

    /// <summary>Writes the number of values as an Int32, then the values.</summary>
    public void WriteCountedValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        WriteInt32(values.Length);
        WriteValues(values);
    }

    /// <summary>Writes seven bits a byte, lowest first, the top bit saying that more follow (LEB128).</summary>
    public void WriteLeb128(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            WriteByte((byte)(value | 0x80));
        WriteByte((byte)value);
    }

    /// <summary>Writes text as .NET's BinaryWriter does: the length in bytes as LEB128, then UTF-8.</summary>
    public void WriteText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Encoding.UTF8.GetByteCount(text);
        WriteLeb128((ulong)length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    /// <summary>Reverses each group of <paramref name="size"/> bytes: between the file's byte order and a big-endian machine's.</summary>
    internal static void ReverseEach(Span<byte> bytes, int size)
    {
        for (var start = 0; start < bytes.Length; start += size)
            bytes.Slice(start, size).Reverse();
    }

    private Span<byte> Take(int count)
    {
        var span = _buffer.GetSpan(count)[..count];
        _buffer.Advance(count);
        return span;
    }
}
