using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Tests.Catalogue;

public class ExperimentCatalogueTests
{
    public static TheoryData<string> Names => [.. ExperimentCatalogue.All.Select(experiment => experiment.Name)];

    [Fact]
    public void Names_are_unique_without_regard_to_case() =>
        Assert.Equal(ExperimentCatalogue.All.Length, ExperimentCatalogue.All.Select(experiment => experiment.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_is_found_whatever_its_case_and_says_what_it_is(string name)
    {
        var experiment = ExperimentCatalogue.Find(name.ToUpperInvariant());

        Assert.Equal(name, experiment.Name);
        Assert.NotEmpty(experiment.Title);
        Assert.NotEmpty(experiment.Source);
        Assert.NotEmpty(NominalCost.Of(experiment));
        Assert.NotEmpty(ExperimentFacts.SettingsOf(experiment));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_network_takes_784_pixels_to_10_classes(string name)
    {
        if (ExperimentCatalogue.Find(name) is not NetworkExperiment { Architecture: var architecture })
            return;

        Assert.Equal(28 * 28, architecture.Input.Size);
        Assert.Equal(10, architecture.Classes);
    }

    [Theory]
    [InlineData("cnn", 628_630)]
    [InlineData("safaei/cnn_1", 628_630)]
    [InlineData("safaei/mlp", 784 * 100 + 100 + 100 * 100 + 100 + 100 * 10 + 10)]
    [InlineData("fitch/model-1", 320 + 18_496 + 36_928 + 36_928 + 650)]
    [InlineData("kh/ann", 535_818)]
    [InlineData("kh/cnn-plain", 28_394)]
    [InlineData("kh/cnn-base", 28_394)]
    [InlineData("kh/cnn-best", 1_030_218)]
    [InlineData("fitch/model-8", 784 * 256 + 256 + 256 * 10 + 10)]
    public void Parameters_are_as_the_report_prints_them(string name, long expected)
    {
        var network = Assert.IsType<NetworkExperiment>(ExperimentCatalogue.Find(name));

        Assert.Equal(expected, network.Architecture.Summarize().TotalParameters);
    }

    [Theory]
    [InlineData("cmn", "did you mean 'cnn'?")]
    [InlineData("safaei/cnn", "did you mean 'safaei/cnn_1'?")]
    [InlineData("resnet-50", "'list' shows")]
    public void An_unknown_name_is_refused_with_the_nearest(string name, string hint)
    {
        var refusal = Assert.Throws<ArgumentException>(() => ExperimentCatalogue.Find(name));

        Assert.Contains($"'{name}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(hint, refusal.Message, StringComparison.Ordinal);
    }
}
