using System.IO.Compression;
using Microsoft.ML;

namespace MlNetFashion.MlNet.Tests.Model;

/// <summary>Archives that nobody vouches for: each is read or refused with one sentence, and no length in it is believed.</summary>
public class HostileModelTests
{
    public static TheoryData<string> Names => ["lbfgs", "kmeans10", "meanvar-nb", "loader", "text-keys"];

    [SkippableFact]
    public void An_archive_cut_off_anywhere_is_refused()
    {
        var whole = File.ReadAllBytes(ReferenceModels.Require("lbfgs.zip"));
        for (var length = 0; length < whole.Length; length += length < 1000 || length > whole.Length - 3000 ? 1 : 7)
            Assert.False(IsRead(whole[..length]), $"What is cut off after {length} of {whole.Length} bytes was read.");
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Numbers_that_lie_are_refused(string name)
    {
        using var file = File.OpenRead(ReferenceModels.Require($"{name}.zip"));
        var entries = ReferenceModels.Entries(file);
        foreach (var (entry, content) in entries.Where(item => item.Key.EndsWith(".key", StringComparison.Ordinal) || item.Key.EndsWith("Schema", StringComparison.Ordinal)))
        {
            // Long blocks are mostly weights; what says how many there are stands at both ends.
            var places = Enumerable.Range(0, content.Length - 4).Where(place => (place < 400 && place is < 0xA0 or >= 0x100) || place > content.Length - 200);
            foreach (var place in places)
            {
                var changed = content.ToArray();
                BitConverter.TryWriteBytes(changed.AsSpan(place), (place % 3) switch { 0 => int.MaxValue, 1 => -1, _ => 0x01000000 });
                IsRead(Archive(entries, entry, changed));
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Parts_cut_off_anywhere_are_refused(string name)
    {
        using var file = File.OpenRead(ReferenceModels.Require($"{name}.zip"));
        var entries = ReferenceModels.Entries(file);
        foreach (var (entry, content) in entries.Where(item => item.Key.EndsWith("Model.key", StringComparison.Ordinal)))
        {
            for (var length = 0; length < content.Length; length += content.Length > 2000 ? 997 : 13)
                Assert.False(IsRead(Archive(entries, entry, content[..length])), $"{entry} was read although it is cut off after {length} bytes.");
        }
    }

    [SkippableFact]
    public void Parts_that_are_not_there_are_named()
    {
        using var file = File.OpenRead(ReferenceModels.Require("lbfgs.zip"));
        var entries = ReferenceModels.Entries(file);
        foreach (var entry in entries.Keys.Where(key => key.EndsWith("Model.key", StringComparison.Ordinal) && key != "TransformerChain/Model.key"))
        {
            var without = entries.Where(item => item.Key != entry).ToDictionary();
            using var stream = new MemoryStream(Archive(without, null, []));
            Assert.Contains(entry, Assert.Throws<InvalidDataException>(() => new MLContext().Model.Load(stream, out _)).Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public void Chains_inside_chains_end()
    {
        using var file = File.OpenRead(ReferenceModels.Require("lbfgs.zip"));
        var entries = ReferenceModels.Entries(file);
        var chain = entries["TransformerChain/Model.key"];
        var nested = new Dictionary<string, byte[]>();
        var folder = "TransformerChain";
        for (var depth = 0; depth < 200; depth++, folder += "/Transform_000")
            nested[$"{folder}/Model.key"] = chain;
        Assert.False(IsRead(Archive(nested, null, [])));
    }

    [SkippableFact]
    public void An_unknown_component_is_named_with_what_can_be_read()
    {
        using var file = File.OpenRead(ReferenceModels.Require("lbfgs.zip"));
        var entries = ReferenceModels.Entries(file);
        const string Entry = "TransformerChain/Transform_003/Model.key";
        var changed = entries[Entry].ToArray();
        "KeyToNowhere"u8.CopyTo(changed.AsSpan(0x50));
        changed.AsSpan(0x50 + "KeyToNowhere".Length, 24 - "KeyToNowhere".Length).Clear();
        using var stream = new MemoryStream(Archive(entries, Entry, changed));
        var message = Assert.Throws<InvalidDataException>(() => new MLContext().Model.Load(stream, out _)).Message;
        Assert.Contains("KeyToNowhere", message, StringComparison.Ordinal);
        Assert.Contains("KeyToValueTransform", message, StringComparison.Ordinal);
    }

    private static bool IsRead(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        try
        {
            new MLContext(seed: 1).Model.Load(stream, out _);
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or InvalidOperationException)
        {
            Assert.False(string.IsNullOrWhiteSpace(exception.Message));
            return false;
        }
    }

    private static byte[] Archive(Dictionary<string, byte[]> entries, string? changedEntry, byte[] changed)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(name == changedEntry ? changed : content);
            }
        }

        return stream.ToArray();
    }
}
