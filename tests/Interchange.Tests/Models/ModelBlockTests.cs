using System.Buffers.Binary;
using MlNetFashion.Interchange.Models;

namespace MlNetFashion.Interchange.Tests.Models;

public class ModelBlockTests
{
    private static readonly ModelBlockHeader Header = new("MC  PRED", 0x00010002, 0x00010001, "MulticlassPredXfer", MlNetAssemblies.Data, "Other");

    [Fact]
    public void What_is_written_is_read()
    {
        var writer = new ModelBlockWriter(Header);
        writer.WriteString("Features");
        writer.WriteString(null);
        writer.WriteString("");
        writer.WriteString("Features");
        writer.WriteBoolean(true);
        writer.WriteCountedValues<float>([1.5f, float.NaN]);
        writer.WriteString("\uD800 lone");
        var bytes = writer.ToBlock().ToBytes();

        var block = ModelBlock.Parse(bytes, "block");
        Assert.Equal(Header, block.Header);
        Assert.Equal<string>(["Features", "", "\uD800 lone"], block.Strings);
        var reader = new ModelBlockReader(block, "block");
        Assert.Equal("Features", reader.ReadString());
        Assert.Null(reader.ReadString());
        Assert.Equal("", reader.ReadString());
        Assert.Equal("Features", reader.ReadName());
        Assert.True(reader.ReadBoolean());
        Assert.Equal([1.5f, float.NaN], reader.ReadCountedValues<float>());
        Assert.Equal("\uD800 lone", reader.ReadString());
        reader.CheckEnd();
    }

    [Fact]
    public void A_block_without_strings_or_assembly_has_zero_offsets()
    {
        var bytes = new ModelBlockWriter(Header with { AssemblyName = "" }).ToBlock().ToBytes();
        Assert.Equal(264, bytes.Length);
        Assert.All([0x20, 0x28, 0x30, 0x38, 0x90], offset => Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(offset))));
        Assert.Equal("", ModelBlock.Parse(bytes, "block").Header.AssemblyName);
    }

    [Theory]
    [InlineData(0x00, "no ML.NET model block")]
    [InlineData(0x0C, "contradict")]
    [InlineData(0x10, "not contiguous")]
    [InlineData(0x18, "not contiguous")]
    [InlineData(0x20, "not contiguous")]
    [InlineData(0x1E, "do not fit")]
    [InlineData(0x28, "odd lengths")]
    [InlineData(0x80, "not contiguous")]
    [InlineData(0x88, "not contiguous")]
    public void A_wrong_byte_in_the_header_is_refused(int offset, string reason)
    {
        var bytes = Sample();
        bytes[offset] += 4;
        var fault = Assert.Throws<InvalidDataException>(() => ModelBlock.Parse(bytes, "block"));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("block ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_tail_and_bytes_behind_it_are_refused()
    {
        var bytes = Sample();
        Assert.Contains("bytes long", Assert.Throws<InvalidDataException>(() => ModelBlock.Parse(bytes.Append((byte)0).ToArray(), "block")).Message, StringComparison.Ordinal);
        bytes[^1] = 0;
        Assert.Contains("LEDOM", Assert.Throws<InvalidDataException>(() => ModelBlock.Parse(bytes, "block")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_cut_anywhere_is_refused()
    {
        var bytes = Sample();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => ModelBlock.Parse(bytes.AsMemory(0, length), "block"));
    }

    [Fact]
    public void Bytes_left_over_and_counts_that_lie_are_refused()
    {
        var writer = new ModelBlockWriter(Header);
        writer.WriteInt32(int.MaxValue);
        var reader = new ModelBlockReader(writer.ToBlock(), "block");
        Assert.Contains("left over", Assert.Throws<InvalidDataException>(reader.CheckEnd).Message, StringComparison.Ordinal);
        Assert.Contains("count", Assert.Throws<InvalidDataException>(() => reader.ReadCountedValues<float>()).Message, StringComparison.Ordinal);
        reader.Position = 0;
        Assert.Contains("string", Assert.Throws<InvalidDataException>(() => reader.ReadString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_component_a_newer_and_an_older_version_are_refused()
    {
        var reader = new ModelBlockReader(new ModelBlockWriter(Header).ToBlock(), "block");
        reader.CheckVersion("MC  PRED", 0x00010002, 0x00010001);
        reader.CheckVersion("MC  PRED", 0x00010001, 0x00010002);
        Assert.Contains("expected 'BIN PRED'", Refused("BIN PRED", 0x00010002, 0x00010001), StringComparison.Ordinal);
        Assert.Contains("newer", Refused("MC  PRED", 0x00010000, 0x00010000), StringComparison.Ordinal);
        Assert.Contains("oldest", Refused("MC  PRED", 0x00010003, 0x00010003), StringComparison.Ordinal);

        string Refused(string signature, uint current, uint oldest) =>
            Assert.Throws<InvalidDataException>(() => reader.CheckVersion(signature, current, oldest)).Message;
    }

    [Theory]
    [InlineData("SHORT", "Loader")]
    [InlineData("MC  PRED", "A name that is longer than 24")]
    [InlineData("MC  PRE\u0416", "Loader")]
    public void A_header_that_does_not_fit_the_format_is_refused(string signature, string loader) =>
        Assert.Throws<ArgumentException>(() => new ModelBlockWriter(Header with { Signature = signature, Loader = loader }).ToBlock());

    private static byte[] Sample()
    {
        var writer = new ModelBlockWriter(Header);
        writer.WriteString("Features");
        writer.WriteString("Score");
        return writer.ToBlock().ToBytes();
    }
}
