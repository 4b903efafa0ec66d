using System.Buffers.Binary;
using System.Text;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>
/// Reads TensorFlow's event files by their published format, and nothing of the product's: TFRecord framing (length, masked CRC-32C of it, data,
/// masked CRC-32C of them), and in each record an Event { double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5 }
/// with Summary { repeated Value value = 1 } and Value { string tag = 1; float simple_value = 2 }. Anything else is an error.
/// </summary>
internal static class EventFile
{
    public sealed record Event(double WallTime, long Step, string? Version, IReadOnlyList<(string Tag, float Value)> Values);

    public static List<Event> Read(byte[] file) => [.. Records(file).Select(ReadEvent)];

    /// <summary>Bit by bit, as CRC-32C is defined (RFC 3720); its published check value is 0xE3069283.</summary>
    public static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }

        return ~crc;
    }

    private static IEnumerable<byte[]> Records(byte[] file)
    {
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            RequireChecksum(file, at, 8);
            RequireChecksum(file, at + 12, length);
            yield return file.AsSpan(at + 12, length).ToArray();
            at += 16 + length;
        }
    }

    private static void RequireChecksum(byte[] file, int at, int length)
    {
        var crc = Checksum(file.AsSpan(at, length));
        var masked = unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
        if (masked != BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + length)))
            throw new InvalidDataException($"The checksum after byte {at + length} is wrong.");
    }

    private static Event ReadEvent(byte[] record)
    {
        var result = new Event(0, 0, null, []);
        foreach (var (field, wire, number, bytes) in Fields(record))
        {
            result = (field, wire) switch
            {
                (1, 1) => result with { WallTime = BitConverter.UInt64BitsToDouble(number) },
                (2, 0) => result with { Step = (long)number },
                (3, 2) => result with { Version = Encoding.UTF8.GetString(bytes) },
                (5, 2) => result with { Values = [.. Fields(bytes).Select(value => value is { Field: 1, Wire: 2 } ? ReadValue(value.Bytes) : throw Unknown("Summary", value.Field, value.Wire))] },
                _ => throw Unknown("Event", field, wire),
            };
        }

        return result;
    }

    private static (string, float) ReadValue(byte[] value)
    {
        var result = ("", 0f);
        foreach (var (field, wire, number, bytes) in Fields(value))
        {
            result = (field, wire) switch
            {
                (1, 2) => (Encoding.UTF8.GetString(bytes), result.Item2),
                (2, 5) => (result.Item1, BitConverter.UInt32BitsToSingle((uint)number)),
                _ => throw Unknown("Value", field, wire),
            };
        }

        return result;
    }

    private static List<(int Field, int Wire, ulong Number, byte[] Bytes)> Fields(byte[] message)
    {
        var fields = new List<(int, int, ulong, byte[])>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(ref at);
            switch ((int)(key & 7))
            {
                case 0:
                    fields.Add(((int)(key >> 3), 0, Varint(ref at), []));
                    break;
                case 1:
                    fields.Add(((int)(key >> 3), 1, BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at)), []));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(ref at);
                    fields.Add(((int)(key >> 3), 2, 0, message[at..(at + length)]));
                    at += length;
                    break;
                case 5:
                    fields.Add(((int)(key >> 3), 5, BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(at)), []));
                    at += 4;
                    break;
                default:
                    throw Unknown("message", (int)(key >> 3), (int)(key & 7));
            }
        }

        return fields;

        ulong Varint(ref int at)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = message[at++];
                value |= (ulong)(b & 0x7F) << shift;
                if (b < 0x80)
                    return value;
            }
        }
    }

    private static InvalidDataException Unknown(string message, int field, int wire) => new($"No field {field} of wire type {wire} is known in {message}.");
}
