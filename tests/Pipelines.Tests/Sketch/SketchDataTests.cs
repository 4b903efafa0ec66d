using System.Security.Cryptography;

namespace MlNetFashion.Pipelines.Tests;

public class SketchDataTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_every_machine()
    {
        var images = SketchData.Draw(1000, seed: 1);

        Assert.Equal("2aad4563ad18fe74bc8891dedd9b1cff", Convert.ToHexStringLower(MD5.HashData([.. images.Pixels, .. images.Labels])));
    }

    [Fact]
    public void Another_seed_or_place_gives_other_images()
    {
        var images = SketchData.Draw(100, seed: 1);

        Assert.False(images.Pixels.SequenceEqual(SketchData.Draw(100, seed: 2).Pixels));
        Assert.False(images.Pixels.SequenceEqual(SketchData.Draw(100, seed: 1, first: 100).Pixels));
    }

    [Fact]
    public void Every_class_has_its_share_and_no_image_comes_twice()
    {
        var images = SketchData.Draw(2000, seed: 7);

        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(200, images.Labels.Count((byte)label)));
        Assert.Equal(2000, Enumerable.Range(0, 2000).Select(i => Convert.ToHexString(images.Image(i))).Distinct().Count());
    }

    [Fact]
    public void Every_image_shows_something_and_leaves_a_background()
    {
        var images = SketchData.Draw(2000, seed: 7);

        for (var i = 0; i < images.Count; i++)
        {
            var dark = images.Image(i).Count((byte)0);
            Assert.InRange(dark, 100, 784 - 60);
        }
    }

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(10, -1L)]
    public void Impossible_amounts_are_refused(int count, long first) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SketchData.Draw(count, seed: 1, first));
}
