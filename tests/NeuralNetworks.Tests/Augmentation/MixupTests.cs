namespace MlNetFashion.NeuralNetworks.Tests;

public class MixupTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void Partners_become_blends_of_each_other(int length)
    {
        float[] first = [.. Enumerable.Range(0, length).Select(i => (float)i)], second = [.. Enumerable.Range(0, length).Select(i => 100f - i)];

        Mixup.Blend(first, second, 0.75f);

        for (var i = 0; i < length; i++)
        {
            Assert.Equal(0.75f * i + 0.25f * (100 - i), first[i], 1e-4f);
            Assert.Equal(0.25f * i + 0.75f * (100 - i), second[i], 1e-4f);
        }
    }

    /// <summary>Beta(a, a) has mean 1/2 and variance 1 / (4 (2a + 1)).</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(1.0)]
    [InlineData(4.0)]
    public void Shares_follow_the_beta_distribution(double alpha)
    {
        var mixup = new Mixup(alpha, seed: 3);
        var shares = Enumerable.Range(0, 20_000).Select(index => (double)mixup.Share(1, index)).ToList();
        var mean = shares.Average();

        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(0.5, mean, 0.01);
        Assert.Equal(1 / (4 * (2 * alpha + 1)), shares.Average(share => (share - mean) * (share - mean)), 0.005);
    }

    [Fact]
    public void A_share_depends_on_seed_epoch_and_image()
    {
        Assert.Equal(new Mixup(1, 5).Share(2, 9), new Mixup(1, 5).Share(2, 9));
        Assert.Equal(4, new[] { new Mixup(1, 5).Share(2, 9), new Mixup(1, 6).Share(2, 9), new Mixup(1, 5).Share(3, 9), new Mixup(1, 5).Share(2, 8) }.Distinct().Count());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Partners_are_each_others_partner(int count) =>
        Assert.All(Enumerable.Range(0, count), place => Assert.Equal(place, Mixup.Partner(Mixup.Partner(place, count), count)));
}
