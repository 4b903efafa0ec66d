using System.Text;
using Microsoft.ML.Runtime;

namespace MlNetFashion.MlNet.Tests.Random;

public sealed class MurmurHashTests
{
    // Published test vectors of MurmurHash3_x86_32.
    [Theory]
    [InlineData("", 0u, 0u)]
    [InlineData("", 1u, 0x514E28B7u)]
    [InlineData("aaaa", 0x9747b28cu, 0x5A97808Au)]
    [InlineData("aaa", 0x9747b28cu, 0x283E0130u)]
    [InlineData("aa", 0x9747b28cu, 0x5D211726u)]
    [InlineData("a", 0x9747b28cu, 0x7FA09EA6u)]
    [InlineData("Hello, world!", 0x9747b28cu, 0x24884CBAu)]
    public void Bytes_hash_as_published(string text, uint seed, uint expected) =>
        Assert.Equal(expected, MurmurHash.OfBytes(seed, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Numbers_hash_as_their_little_endian_bytes()
    {
        Assert.Equal(MurmurHash.OfBytes(7, [1, 2, 3, 4]), MurmurHash.OfUInt32(7, 0x04030201));
        Assert.Equal(MurmurHash.OfBytes(7, [1, 2, 3, 4, 5, 6, 7, 8]), MurmurHash.OfUInt64(7, 0x0807060504030201));
    }
}
