using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Exploration;

public class PixelComponentsTests
{
    [SkippableFact]
    public void Components_are_those_of_scikit_learn()
    {
        var images = RandomImages.Part("training", 120, 4).Images;
        var rows = Enumerable.Range(0, images.Count).Select(i => images[i].ToArray().Select(pixel => (int)pixel).ToArray()).ToList();
        var answer = ScikitLearn.Ask(
            """
            from sklearn.decomposition import PCA
            p = PCA(4, svd_solver="full").fit(np.array(given["rows"], dtype=float))
            answer["shares"] = p.explained_variance_ratio_.tolist()
            answer["places"] = np.abs(p.transform(np.array(given["rows"], dtype=float))).ravel().tolist()
            """,
            new { rows });

        var components = PixelComponents.Of(images, 4);

        Close(answer.Numbers("shares"), components.Shares, 9);
        var places = new List<double>();
        var row = new float[4];
        for (var i = 0; i < images.Count; i++)
        {
            components.Project(images[i], row);
            places.AddRange(row.Select(value => (double)Math.Abs(value)));
        }

        Close(answer.Numbers("places"), places, 2);
    }

    [Fact]
    public void Pictures_on_a_line_have_one_component()
    {
        // Stored: two pixels that rise by 3 and 4 together lie on the direction (0.6, 0.8).
        var components = PixelComponents.Of(new GreyImages([0, 0, 3, 4, 6, 8, 9, 12], 2, 1), 2);

        Assert.Equal(1, components.Shares[0], 12);
        Assert.Equal(0, components.Shares[1], 12);
        var place = new float[2];
        components.Project([9, 12], place);
        Assert.Equal(7.5, place[0], 4);
        Assert.Equal(0, place[1], 4);
    }

    [Fact]
    public void One_picture_is_too_few() =>
        Assert.Throws<ArgumentException>(() => PixelComponents.Of(new GreyImages([1, 2], 2, 1), 1));

    private static void Close(IReadOnlyList<double> expected, IReadOnlyList<double> actual, int digits)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], actual[i], digits);
    }
}
