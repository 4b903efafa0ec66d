using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

public class IdxReaderTests
{
    private const string Plain = "train-images-idx3-ubyte";
    private const string Gz = "train-images-idx3-ubyte.gz";

    [Theory]
    [InlineData(Plain)]
    [InlineData(Gz)]
    public void Images_come_back_as_written(string name)
    {
        var content = IdxFiles.Images(3, height: 5, width: 7);

        var (pixels, count, height, width) = IdxReader.ReadImages(name, IdxReader.IsGzipName(name) ? IdxFiles.Gzip(content) : content);

        Assert.Equal((3, 5, 7), (count, height, width));
        Assert.Equal(content[16..], pixels);
    }

    [Fact]
    public void Labels_come_back_as_written() => Assert.Equal([0, 1, 2, 3], IdxReader.ReadLabels("labels", IdxFiles.Labels(4), classes: 10));

    public static TheoryData<string, byte[], string> Damaged()
    {
        var whole = IdxFiles.Images(4);
        var packed = IdxFiles.Gzip(whole);
        byte[] wrongMagic = [.. whole];
        wrongMagic[3] = 1;
        byte[] changed = [.. packed];
        changed[packed.Length / 2] ^= 0x55;
        byte[] claimsALot = [.. whole];
        claimsALot[4] = 0x3F;
        byte[] noImages = IdxFiles.Make([], 0, 28, 28);
        return new TheoryData<string, byte[], string>
        {
            { Plain, [], "is empty: expected an IDX file, received 0 bytes" },
            { Gz, [], "is empty: expected an IDX file, received 0 bytes" },
            { Plain, whole[..10], "breaks off inside its header: expected 16 bytes, received 10" },
            { Plain, whole[..^1], "breaks off: expected 3136 bytes of values (4 x 28 x 28), received 3135" },
            { Plain, [.. whole, 7], "is too long: expected 3136 bytes of values (4 x 28 x 28) as its header says, received more" },
            { Gz, IdxFiles.Gzip([.. whole, 7]), "is too long: expected 3136 bytes" },
            { Plain, wrongMagic, "is not an IDX file of images: expected it to begin with 00000803, received 00000801" },
            { Plain, packed, "is not an IDX file of images: expected it to begin with 00000803, received 1F8B" },
            { Plain, claimsALot, "has an impossible header" },
            { Plain, noImages, "has an impossible header" },
            { Gz, "<html>not found</html>"u8.ToArray(), "is not a gzip file: expected it to begin with the bytes 1F 8B, received 3C68" },
            { Gz, whole, "is not a gzip file" },
            { Gz, packed[..(packed.Length / 2)], "received" },
            { Gz, changed, "" },
        };
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused_in_one_sentence(string name, byte[] content, string expected)
    {
        var fault = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(name, content));

        Assert.StartsWith(name, fault.Message);
        Assert.Contains(expected, fault.Message);
        OneSentence.Check(fault.Message);
    }

    [Fact]
    public void Label_ten_is_refused_by_place_and_value()
    {
        var fault = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels("labels", IdxFiles.Make([1, 9, 10, 3], 4), classes: 10));

        Assert.Contains("label number 3 is not a class: expected 0 to 9, received 10", fault.Message);
        OneSentence.Check(fault.Message);
    }
}
