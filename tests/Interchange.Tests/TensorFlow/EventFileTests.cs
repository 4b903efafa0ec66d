using System.Buffers.Binary;
using System.Text;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.Tests.TensorFlow;

public class EventFileTests
{
    private static readonly DateTimeOffset Start = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Records_hold_the_version_then_the_figures()
    {
        using var file = new MemoryStream();
        var writer = new EventFileWriter(file);
        writer.Begin(Start);
        writer.Add(Start.AddSeconds(1.5), 300, [new("loss/training", 0.25), new("accuracy/training", 0.5)]);

        var events = Records(file.ToArray()).Select(WireEvent.Parser.ParseFrom).ToList();

        Assert.Equal(["brain.Event:2", ""], events.Select(item => item.FileVersion));
        Assert.Equal([Start.ToUnixTimeSeconds(), Start.ToUnixTimeSeconds() + 1.5], events.Select(item => item.WallTime));
        Assert.Equal(300, events[1].Step);
        Assert.Equal([("loss/training", 0.25f), ("accuracy/training", 0.5f)], events[1].Summary.Figures.Select(figure => (figure.Tag, figure.Value)));
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        using var file = new MemoryStream();
        new EventFileWriter(file).Begin(DateTimeOffset.UnixEpoch);

        // A wall time of zero is left out, as Protocol Buffers have it; so the message is field 3, a string.
        byte[] message = [0x1A, 13, .. Encoding.ASCII.GetBytes("brain.Event:2")];
        Assert.Equal(message, Records(file.ToArray()).Single());
    }

    [Fact]
    public void Names_sort_by_their_start() => Assert.Equal("events.out.tfevents.1714564800.me", EventFileWriter.FileName(Start, "me"));

    [Fact]
    public void The_checksum_of_the_check_string_is_the_published_one() => Assert.Equal(0xE3069283u, Crc32C(Encoding.ASCII.GetBytes("123456789")));

    /// <summary>The messages of a file, every length and checksum verified.</summary>
    private static IEnumerable<byte[]> Records(byte[] file)
    {
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Masked(file.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            var message = file.AsSpan(at + 12, length).ToArray();
            Assert.Equal(Masked(message), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            yield return message;
            at += 16 + length;
        }
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc32C(bytes);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    /// <summary>Bit by bit: the reflected Castagnoli polynomial.</summary>
    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
        }

        return ~crc;
    }
}
