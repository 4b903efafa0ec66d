using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Exploration;

public class NearestPairsTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 1)]
    [InlineData(40, 2)]
    public void No_pair_is_nearer_than_those_found(int wanted, int seed)
    {
        var parts = new[] { RandomImages.Part("training", 150, seed), RandomImages.Part("test", 60, seed + 100) };
        var expected = AllPairs(parts).OrderBy(pair => (pair.Distance, pair.First.Split, pair.First.Picture)).Take(wanted).Select(pair => pair.Distance);
        var shares = new List<double>();

        var found = NearestPairs.Find(parts, PixelComponents.Of(parts[0].Images, 5), wanted, new Shares(shares));

        Assert.Equal(expected, found.Select(pair => pair.Distance));
        Assert.All(found, pair => Assert.NotEqual(Label(parts, pair.First), Label(parts, pair.Second)));
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public void It_stops_when_asked()
    {
        var part = RandomImages.Part("training", 100, 3);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NearestPairs.Find([part], PixelComponents.Of(part.Images, 4), 3, null, stop.Token));
    }

    [Fact]
    public void One_class_has_no_pairs()
    {
        var part = RandomImages.Part("training", 20, 3);
        var same = part with { Labels = [.. part.Labels.Select(_ => 0)] };
        Assert.Empty(NearestPairs.Find([same], PixelComponents.Of(part.Images, 4), 3));
    }

    private static IEnumerable<ImagePair> AllPairs(LabelledImages[] parts)
    {
        var places = parts.SelectMany((part, split) => Enumerable.Range(0, part.Images.Count).Select(i => new ImagePlace(split, i))).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = i + 1; j < places.Count; j++)
            {
                if (Label(parts, places[i]) == Label(parts, places[j]))
                    continue;
                var a = parts[places[i].Split].Images[places[i].Picture];
                var b = parts[places[j].Split].Images[places[j].Picture];
                long sum = 0;
                for (var p = 0; p < a.Length; p++)
                    sum += (a[p] - b[p]) * (a[p] - b[p]);
                yield return new ImagePair(places[i], places[j], Math.Sqrt(sum));
            }
        }
    }

    private static int Label(LabelledImages[] parts, ImagePlace place) => parts[place.Split].Labels[place.Picture];

    private sealed class Shares(List<double> list) : IProgress<double>
    {
        public void Report(double value) => list.Add(value);
    }
}
