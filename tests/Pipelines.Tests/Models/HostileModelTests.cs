using Microsoft.ML;
using MlNetFashion.Interchange.Models;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Pipelines.Tests.Models;

/// <summary>Whatever happens to a model's bytes, loading it either works or fails with one of the exceptions that stand for bad files.</summary>
public class HostileModelTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void A_model_cut_at_any_byte_is_refused()
    {
        var bytes = Archive();
        for (var length = 0; length < bytes.Length; length++)
            Assert.NotNull(Refusal(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Any_changed_byte_of_any_entry_is_refused_or_harmless()
    {
        var entries = Entries(Archive());
        var refused = 0;
        foreach (var (path, content) in entries)
        {
            for (var i = 0; i < content.Length; i++)
            {
                var changed = content.ToArray();
                changed[i] ^= (byte)(i % 2 == 0 ? 0xFF : 0x01);
                refused += Refusal(Pack(entries.Select(entry => entry.Path == path ? (path, changed) : entry))) is null ? 0 : 1;
            }
        }

        Assert.InRange(refused, 1000, int.MaxValue);
    }

    [Fact]
    public void A_model_without_one_of_its_entries_is_refused_where_it_needs_it()
    {
        var entries = Entries(Archive());
        foreach (var (path, _) in entries.Where(entry => !entry.Path.EndsWith(".txt", StringComparison.Ordinal) && !entry.Path.EndsWith("LabelNames", StringComparison.Ordinal)))
            Assert.NotNull(Refusal(Pack(entries.Where(entry => entry.Path != path))));
    }

    /// <summary>The one sentence with which loading fails, null where it does not; any other kind of exception fails the test.</summary>
    private string? Refusal(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _mlContext.Model.Load(new MemoryStream(bytes.ToArray()), out _);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or InvalidOperationException)
        {
            Assert.NotEmpty(fault.Message);
            return fault.Message;
        }
    }

    private static byte[] Archive()
    {
        var output = new MemoryStream();
        NetworkModelArchive.Write(output, SmallNetworks.Convolution(), "Features", "Label", new[] { "a", "b", "c" }, SmallNetworks.Schema("Features", 32));
        return output.ToArray();
    }

    private static List<(string Path, byte[] Content)> Entries(byte[] bytes)
    {
        using var archive = ModelArchiveReader.Open(new MemoryStream(bytes));
        return [.. archive.Entries.Select(path => (path, archive.Read(path)))];
    }

    private static byte[] Pack(IEnumerable<(string Path, byte[] Content)> entries)
    {
        var output = new MemoryStream();
        using var archive = new ModelArchiveWriter(output, "1");
        foreach (var (path, content) in entries)
        {
            if (path != "TrainingInfo/Version.txt")
                archive.Add(path, content);
        }

        archive.Commit();
        return output.ToArray();
    }
}
