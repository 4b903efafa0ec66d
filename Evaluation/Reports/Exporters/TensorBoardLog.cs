using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Writes a run as an event file that TensorBoard reads: loss, accuracy and learning rate by epoch, and the test figures. An event file is a
/// row of TFRecords (length, checksum, bytes, checksum; checksums are CRC-32C, masked), each holding one Event message in Protocol Buffers.
/// </summary>
public static class TensorBoardLog
{
    private const uint ChecksumMask = 0xA282EAD8;

    /// <summary>Writes the event file of a run.</summary>
    /// <param name="folder">The folder of this run's events; TensorBoard shows each folder beneath its --logdir as a run. Made if it is not there.</param>
    /// <param name="description">What was run.</param>
    /// <param name="history">The epochs; may be empty.</param>
    /// <param name="evaluation">What it came to.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string folder, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation)
    {
        var seconds = description.Started.ToUnixTimeMilliseconds() / 1000.0;
        var path = Path.GetFullPath(Path.Combine(
            folder, $"events.out.tfevents.{description.Started.ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture)}.mlnetfashion"));
        using var file = new MemoryStream();
        Record(file, Event(seconds, null, version: "brain.Event:2"));
        foreach (var epoch in history)
        {
            seconds += double.IsFinite(epoch.Seconds) ? epoch.Seconds : 0;
            Record(file, Event(seconds, epoch.Epoch, Values(epoch)));
        }

        Record(file, Event(seconds, history.Count == 0 ? 0 : history[^1].Epoch, TestValues(description, evaluation)));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, file.ToArray());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(Path.GetFullPath(folder), error);
        }

        return path;
    }

    private static IEnumerable<(string Tag, double Value)> Values(EpochRecord epoch)
    {
        yield return ("loss/training", epoch.Loss);
        yield return ("accuracy/training", epoch.Accuracy);
        if (epoch.ValidationLoss is { } loss)
            yield return ("loss/validation", loss);
        if (epoch.ValidationAccuracy is { } accuracy)
            yield return ("accuracy/validation", accuracy);
        if (epoch.TestLoss is { } testLoss)
            yield return ("loss/test", testLoss);
        if (epoch.TestAccuracy is { } testAccuracy)
            yield return ("accuracy/test", testAccuracy);
        yield return ("learning_rate", epoch.LearningRate);
    }

    private static IEnumerable<(string Tag, double Value)> TestValues(RunDescription description, TestEvaluation evaluation)
    {
        // The tag is all that a chart shows of where its figure comes from.
        var group = description.DataSet.IsSketch ? "SKETCH_DATA_test" : "test";
        yield return ($"{group}/accuracy", evaluation.Accuracy);
        yield return ($"{group}/log_loss", evaluation.LogLoss);
        yield return ($"{group}/macro_f1", evaluation.Report.Macro.F1);
    }

    /// <summary>Event: wall_time = 1 (double), step = 2 (int64), file_version = 3 (string), summary = 5 (Summary).</summary>
    private static byte[] Event(double wallTime, int? step, IEnumerable<(string Tag, double Value)>? values = null, string? version = null)
    {
        var message = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(number, wallTime);
        message.WriteByte(1 << 3 | 1);
        message.Write(number);
        if (step is { } index)
        {
            message.WriteByte(2 << 3 | 0);
            Varint(message, (uint)index);
        }

        if (version is not null)
            Bytes(message, 3, Encoding.UTF8.GetBytes(version));
        if (values is not null)
            Bytes(message, 5, Summary(values));
        return message.ToArray();
    }

    /// <summary>Summary: value = 1 (repeated Value); Value: tag = 1 (string), simple_value = 2 (float).</summary>
    private static byte[] Summary(IEnumerable<(string Tag, double Value)> values)
    {
        var summary = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        foreach (var (tag, value) in values)
        {
            var message = new MemoryStream();
            Bytes(message, 1, Encoding.UTF8.GetBytes(tag));
            BinaryPrimitives.WriteSingleLittleEndian(number, (float)value);
            message.WriteByte(2 << 3 | 5);
            message.Write(number);
            Bytes(summary, 1, message.ToArray());
        }

        return summary.ToArray();
    }

    private static void Bytes(MemoryStream message, int field, byte[] content)
    {
        message.WriteByte((byte)(field << 3 | 2));
        Varint(message, (uint)content.Length);
        message.Write(content);
    }

    private static void Varint(MemoryStream message, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            message.WriteByte((byte)(value | 0x80));
        message.WriteByte((byte)value);
    }

    private static void Record(MemoryStream file, byte[] data)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, data.Length);
        file.Write(length);
        Checksum(file, length);
        file.Write(data);
        Checksum(file, data);
    }

    private static void Checksum(MemoryStream file, ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
            crc = BitOperations.Crc32C(crc, b);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, unchecked(BitOperations.RotateRight(~crc, 15) + ChecksumMask));
        file.Write(number);
    }
}
