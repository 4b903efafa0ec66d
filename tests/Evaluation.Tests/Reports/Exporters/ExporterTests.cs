using System.Buffers.Binary;
using System.Text;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports.Exporters;

public sealed class ExporterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlnetfashion-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Event_file_is_a_row_of_records_with_right_checksums()
    {
        var path = TensorBoardLog.Write(Path.Combine(_root, "run"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value);
        var records = Records(File.ReadAllBytes(path)).ToList();

        Assert.Equal("events.out.tfevents.1795248843.mlnetfashion", Path.GetFileName(path));
        Assert.Equal(SampleRun.History.Count + 2, records.Count);
        Assert.Equal("brain.Event:2", Encoding.UTF8.GetString(records[0], 11, 13));
        Assert.Contains("accuracy/validation", Encoding.UTF8.GetString(records[3]), StringComparison.Ordinal);
        Assert.Contains("test/macro_f1", Encoding.UTF8.GetString(records[^1]), StringComparison.Ordinal);

        // Event { wall_time = 1, step = 2, summary = 5 { value = 1 { tag = 1, simple_value = 2 } } }, of the first epoch.
        var first = records[1];
        Assert.Equal((0x09, 0x10, 1, 0x2A), (first[0], first[9], first[10], first[11]));
        Assert.Equal(0x15, first[17 + "loss/training".Length]);
        Assert.Equal(0.62f, BinaryPrimitives.ReadSingleLittleEndian(first.AsSpan(18 + "loss/training".Length)));
    }

    [Fact]
    public void Sketch_data_is_named_in_what_leaves_the_house()
    {
        var events = TensorBoardLog.Write(_root, SampleRun.Describe(sketch: true), [], SampleEvaluation.Value);
        Assert.Contains("SKETCH_DATA_test/accuracy", Encoding.UTF8.GetString(File.ReadAllBytes(events)), StringComparison.Ordinal);

        var run = MlflowRun.Write(Path.Combine(_root, "mlruns"), SampleRun.Describe(sketch: true), [], SampleEvaluation.Value);
        Assert.Contains("SKETCH DATA", File.ReadAllText(Path.Combine(run, "..", "meta.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("SKETCH DATA", File.ReadAllText(Path.Combine(run, "tags", "mlflow.note.content")), StringComparison.Ordinal);
    }

    [Fact]
    public void Mlflow_store_groups_runs_by_experiment()
    {
        var store = Path.Combine(_root, "mlruns");
        var folder = RunFolder.Write(Path.Combine(_root, "results"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, s => s.WriteByte(1));
        var first = MlflowRun.Write(store, SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, folder);
        var second = MlflowRun.Write(store, SampleRun.Describe() with { Seed = 2 }, [], SampleEvaluation.Value);
        var other = MlflowRun.Write(store, SampleRun.Describe() with { Experiment = "it's another" }, [], SampleEvaluation.Value);

        Assert.Equal(Path.GetDirectoryName(first), Path.GetDirectoryName(second));
        Assert.NotEqual(Path.GetDirectoryName(first), Path.GetDirectoryName(other));
        Assert.Contains("name: 'it''s another'\n", File.ReadAllText(Path.Combine(other, "..", "meta.yaml")), StringComparison.Ordinal);
        var losses = File.ReadAllLines(Path.Combine(first, "metrics", "val_loss"));
        Assert.Equal(SampleRun.History.Count, losses.Length);
        Assert.Equal("1795248846375 0.47 1", losses[0]);
        Assert.Equal("10", File.ReadAllText(Path.Combine(first, "params", "epochs")));
        Assert.Equal(SampleRun.Describe().Command, File.ReadAllText(Path.Combine(first, "tags", "command")));
        Assert.True(File.Exists(Path.Combine(first, "artifacts", "figures", "confusion-matrix.svg")));
        Assert.False(File.Exists(Path.Combine(second, "metrics", "val_loss")));
        Assert.Empty(Directory.EnumerateDirectories(store, ".*"));
    }

    /// <summary>TFRecord: length, masked checksum of it, data, masked checksum of them. 0xE3069283 is CRC-32C's published check value.</summary>
    private static IEnumerable<byte[]> Records(byte[] file)
    {
        Assert.Equal(0xE3069283, Checksum("123456789"u8));
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Mask(Checksum(file.AsSpan(at, 8))), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            var data = file.AsSpan(at + 12, length).ToArray();
            Assert.Equal(Mask(Checksum(data)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            at += 16 + length;
            yield return data;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
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

    private static uint Mask(uint crc) => unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
}
