using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Interchange.Tests.Models;

public class ModelArchiveTests
{
    private static readonly ModelBlockHeader Header = new("XF CHAIN", 0x00010001, 0x00010001, "TransformerChain", MlNetAssemblies.Data);

    [Fact]
    public void What_is_written_is_read_and_the_version_comes_first()
    {
        var bytes = Sample();
        Assert.Equal(bytes, Sample());
        using var archive = ModelArchiveReader.Open(new MemoryStream(bytes));
        Assert.Equal(["TrainingInfo/Version.txt", "TransformerChain/Model.key", "Schema"], archive.Entries);
        Assert.Equal("1.2.3\n", Encoding.UTF8.GetString(archive.Read("TrainingInfo/Version.txt")));
        Assert.Equal(Header, archive.ReadBlock("TransformerChain").Header);
        Assert.True(archive.ContainsBlock("TransformerChain"));
        Assert.False(archive.ContainsBlock(""));
        Assert.Equal([1, 2, 3], archive.Read("Schema"));
        Assert.Equal("The model has no entry 'Nothing'.", Assert.Throws<InvalidDataException>(() => archive.Read("Nothing")).Message);
    }

    [Fact]
    public void Nothing_reaches_the_output_before_commit()
    {
        var output = new MemoryStream();
        using (var writer = new ModelArchiveWriter(output, "1"))
            writer.Add("Schema", [1]);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Backslashes_are_separators()
    {
        using var archive = ModelArchiveReader.Open(Zip((@"TransformerChain\Transform_000\Model.key", [7]), ("Folder/", [])));
        Assert.Equal(["TransformerChain/Transform_000/Model.key"], archive.Entries);
        Assert.Equal([7], archive.Read("TransformerChain/Transform_000/Model.key"));
    }

    [Theory]
    [InlineData("../Model.key")]
    [InlineData("/etc/passwd")]
    [InlineData(@"C:\Model.key")]
    [InlineData(@"a\..\..\Model.key")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a\u0001b")]
    public void Paths_that_lead_astray_are_refused(string path)
    {
        var fault = Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(Zip((path, [1]))));
        Assert.Contains("an entry is called", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ModelArchiveWriter(new MemoryStream(), "1").Add(path, [1]));
    }

    [Fact]
    public void Folders_without_end_are_refused() =>
        Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(Zip((string.Join('/', Enumerable.Repeat("a", 100)), [1]))));

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("a/b", @"a\b")]
    public void Two_entries_of_one_name_are_refused(string first, string second)
    {
        var fault = Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(Zip((first, [1]), (second, [2]))));
        Assert.Contains("two entries called 'a/b'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var zip = Zip(("Model.key", new byte[128 << 20]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(zip));
        Assert.Contains("unpack to", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(1 << 24)]
    public void A_length_that_lies_is_refused_in_bounded_memory(int lie)
    {
        var bytes = Zip(("Model.key", [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7))])).ToArray();
        foreach (var (signature, offset) in new[] { ("PK\x1\x2", 24), ("PK\x3\x4", 22) })
        {
            var field = bytes.AsSpan(bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(signature)) + offset);
            BinaryPrimitives.WriteInt32LittleEndian(field, BinaryPrimitives.ReadInt32LittleEndian(field) + lie);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<InvalidDataException>(() =>
        {
            using var archive = ModelArchiveReader.Open(new MemoryStream(bytes));
            archive.Read("Model.key");
        });
        Assert.Contains("Model.key", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void Bytes_that_are_no_zip_are_refused()
    {
        Assert.Contains("no sound zip", Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(new MemoryStream())).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ModelArchiveReader.Open(new MemoryStream(new byte[5000])));
    }

    /// <summary>An archive cut or changed anywhere is either refused with InvalidDataException or, where the change does no harm, read as it was.</summary>
    [Fact]
    public void Damage_anywhere_is_either_refused_or_harmless()
    {
        var bytes = Sample();
        for (var length = 0; length < bytes.Length; length++)
            AssertRefusedOrSound(bytes[..length]);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var flip in new byte[] { 0x01, 0x80, 0xFF })
            {
                var changed = bytes.ToArray();
                changed[i] ^= flip;
                AssertRefusedOrSound(changed);
            }
        }
    }

    private static void AssertRefusedOrSound(byte[] bytes)
    {
        try
        {
            using var archive = ModelArchiveReader.Open(new MemoryStream(bytes));
            foreach (var path in archive.Entries.ToArray())
            {
                var content = archive.Read(path);
                if (path == "Schema")
                    Assert.Equal([1, 2, 3], content);
                if (path == "TransformerChain/Model.key")
                    ModelBlock.Parse(content, path);
            }
        }
        catch (InvalidDataException fault)
        {
            Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Sample()
    {
        var output = new MemoryStream();
        using var writer = new ModelArchiveWriter(output, "1.2.3");
        var chain = new ModelBlockWriter(Header);
        chain.WriteInt32(0);
        writer.Add("TransformerChain", chain);
        writer.Add("Schema", [1, 2, 3]);
        writer.Commit();
        return output.ToArray();
    }

    private static MemoryStream Zip(params (string Path, byte[] Content)[] entries)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(content);
            }
        }

        return output;
    }
}
