using System.Collections.Immutable;
using System.Reflection;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Tests;

public class ArchitecturesTests
{
    public static TheoryData<string, long> ReportedParameters => new()
    {
        { "safaei/cnn_1", 628_630 },
        { "kh/ann", 535_818 },
        { "kh/cnn-plain", 28_394 },
        { "kh/cnn-base", 28_394 },
        { "kh/cnn-best", 1_030_218 },
    };

    [Theory]
    [MemberData(nameof(ReportedParameters))]
    public void Parameters_are_those_the_reports_print(string name, long parameters) =>
        Assert.Equal(parameters, All().Single(network => network.Name == name).Summarize().TotalParameters);

    [Fact]
    public void The_table_of_cnn_1_is_the_reports_figure_10()
    {
        var rows = Pipelines.Architectures.Safaei.Cnn1.Summarize().Layers.Select(layer => (layer.Type, layer.OutputShape, layer.Parameters));

        Assert.Equal(
            [
                ("Conv2D", "(None, 28, 28, 32)", 320L),
                ("MaxPooling2D", "(None, 14, 14, 32)", 0L),
                ("Dropout", "(None, 14, 14, 32)", 0L),
                ("Flatten", "(None, 6272)", 0L),
                ("Dense", "(None, 100)", 627_300L),
                ("Dense", "(None, 10)", 1_010L),
            ],
            rows);
    }

    [Fact]
    public void The_table_of_cnn_best_is_the_reports()
    {
        var rows = Pipelines.Architectures.Kh.CnnBest.Summarize().Layers.Select(layer => (layer.OutputShape, layer.Parameters));

        Assert.Equal(
            [
                ("(None, 26, 26, 64)", 640L),
                ("(None, 13, 13, 64)", 0L),
                ("(None, 11, 11, 64)", 36_928L),
                ("(None, 7744)", 0L),
                ("(None, 7744)", 0L),
                ("(None, 128)", 991_360L),
                ("(None, 10)", 1_290L),
            ],
            rows);
    }

    [Fact]
    public void Every_network_takes_an_image_and_tells_ten_classes_apart_under_a_name_of_its_own()
    {
        var networks = All();

        Assert.True(networks.Length > 10);
        Assert.All(networks, network => Assert.Equal((784, 10), (network.Input.Size, network.Classes)));
        Assert.Equal(networks.Length, networks.Select(network => network.Name).Distinct().Count());
    }

    [Fact]
    public void The_grid_names_and_shapes_its_networks()
    {
        var network = Pipelines.Architectures.Kh.Grid([16, 64, 64], 64);

        Assert.Equal("kh/grid-3/16-64-64-64", network.Name);
        Assert.Equal("(None, 3, 3, 64)", network.Summarize().Layers.Last(layer => layer.Type == "Conv2D").OutputShape);
        Assert.Equal(1_030_218, Pipelines.Architectures.Kh.Grid([64, 64], 128).Summarize().TotalParameters);
    }

    private static ImmutableArray<NetworkArchitecture> All() =>
    [
        .. typeof(Pipelines.Architectures).GetNestedTypes()
            .SelectMany(report => report.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => (NetworkArchitecture)property.GetValue(null)!),
    ];
}
