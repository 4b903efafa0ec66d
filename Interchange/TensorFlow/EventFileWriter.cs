using System.Buffers.Binary;
using System.Numerics;
using Google.Protobuf;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>
/// Writes an event file, TensorBoard's log: a row of TFRecords, each holding one Event message. A record is its length, the length's
/// checksum, the message and the message's checksum; checksums are CRC-32C, rotated and offset so that a checksum of data that hold
/// checksums stays useful.
/// </summary>
/// <param name="stream">Where records go, one after another; not closed here. Records may be added to a file in several sittings.</param>
public sealed class EventFileWriter(Stream stream)
{
    private const uint ChecksumOffset = 0xA282EAD8;
    private const int ChecksumRotation = 15;
    private const string Version = "brain.Event:2";

    /// <summary>What TensorBoard looks for in the folders beneath its --logdir: names that hold <c>tfevents</c> and sort by their start.</summary>
    /// <param name="start">When the file was begun.</param>
    /// <param name="suffix">Who wrote it.</param>
    public static string FileName(DateTimeOffset start, string suffix) => FormattableString.Invariant($"events.out.tfevents.{start.ToUnixTimeSeconds():D10}.{suffix}");

    /// <summary>Begins a file: its first record says which version of the format follows.</summary>
    public void Begin(DateTimeOffset time) => Add(new WireEvent { WallTime = Seconds(time), FileVersion = Version });

    /// <summary>Adds the figures of one step.</summary>
    /// <param name="time">When they were found.</param>
    /// <param name="step">The place on the horizontal axis, for example the epoch.</param>
    /// <param name="figures">Each with its tag; tags that share the part before a '/' share a group of charts.</param>
    public void Add(DateTimeOffset time, long step, IEnumerable<KeyValuePair<string, double>> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var summary = new WireSummary();
        foreach (var (tag, value) in figures)
            summary.Figures.Add(new WireSummary.Types.Figure { Tag = tag, Value = (float)value });
        Add(new WireEvent { WallTime = Seconds(time), Step = step, Summary = summary });
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private void Add(WireEvent message)
    {
        var bytes = message.ToByteArray();
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        AddWithChecksum(length);
        AddWithChecksum(bytes);
    }

    private void AddWithChecksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, unchecked(BitOperations.RotateRight(~crc, ChecksumRotation) + ChecksumOffset));
        stream.Write(bytes);
        stream.Write(checksum);
    }
}
