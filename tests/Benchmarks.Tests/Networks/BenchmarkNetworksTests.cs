namespace MlNetFashion.Benchmarks.Tests;

public class BenchmarkNetworksTests
{
    [Theory]
    [InlineData("safaei/cnn_1", 628_630)]
    [InlineData("kh/ann", 535_818)]
    [InlineData("kh/cnn-best", 1_030_218)]
    public void They_have_the_parameters_their_reports_print(string name, long parameters) =>
        Assert.Equal(parameters, BenchmarkNetworks.Named([name])[0].Architecture.Summarize().TotalParameters);

    [Fact]
    public void The_residual_network_has_about_a_third_of_a_million_parameters() =>
        Assert.InRange(BenchmarkNetworks.Named(["residual"])[0].Architecture.Summarize().TotalParameters, 290_000, 330_000);

    [Fact]
    public void No_names_mean_all() => Assert.Equal(BenchmarkNetworks.All, BenchmarkNetworks.Named([]));

    [Fact]
    public void Names_choose_in_the_tables_order() =>
        Assert.Equal(["safaei/cnn_1", "kh/ann"], BenchmarkNetworks.Named(["kh/ann", "safaei/cnn_1"]).Select(network => network.Name));

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => BenchmarkNetworks.Named(["safaei/cnn"]));

        Assert.StartsWith("There is no network 'safaei/cnn' here. Expected one or more of: safaei/cnn_1,", error.Message, StringComparison.Ordinal);
    }
}
