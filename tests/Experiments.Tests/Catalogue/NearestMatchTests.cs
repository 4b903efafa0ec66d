using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Tests.Catalogue;

public class NearestMatchTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("cnn", "cnn", 0)]
    [InlineData("CNN", "cnn", 0)]
    [InlineData("cnn", "", 3)]
    [InlineData("", "cnn", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ncn", "cnn", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_single_letter_edits_and_swaps(string first, string second, int expected)
    {
        Assert.Equal(expected, NearestMatch.Distance(first, second));
        Assert.Equal(expected, NearestMatch.Distance(second, first));
    }

    [Theory]
    [InlineData("cmn", "cnn")]
    [InlineData("sdac", "sdca")]
    [InlineData("cnn_1", "safaei/cnn_1")]
    [InlineData("safeai/cnn1", "safaei/cnn_1")]
    [InlineData("LBFSG", "lbfgs")]
    public void The_nearest_name_is_found(string word, string expected) =>
        Assert.Equal(expected, NearestMatch.Find(word, ["cnn", "lbfgs", "sdca", "safaei/cnn_1", "safaei/mlp", "fitch/model-1"]));

    [Theory]
    [InlineData("transformer")]
    [InlineData("x")]
    [InlineData("")]
    public void Nothing_is_suggested_for_a_word_like_none(string word) =>
        Assert.Null(NearestMatch.Find(word, ["lbfgs", "safaei/mlp", "cloudxlab/final"]));
}
