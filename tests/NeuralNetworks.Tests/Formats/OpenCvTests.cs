using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

public class OpenCvTests
{
    // OpenCV 4.6 knows no Erf and so no exact gelu.
    public static TheoryData<string> Networks => [.. FormatNetworks.All.Keys.Where(name => name != "activations")];

    [SkippableTheory]
    [MemberData(nameof(Networks))]
    public void A_frozen_graph_gives_the_same_outputs(string name) => AssertSame(FormatNetworks.WithWeights(FormatNetworks.All[name]));

    [SkippableFact]
    public void The_cnn_of_the_suite_gives_the_same_probabilities() => AssertSame(FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1));

    private static void AssertSame(Network network)
    {
        var shape = network.Architecture.Input;
        var images = FormatNetworks.Images(network, 1);
        var expected = new float[network.Classes];
        network.Predict(images, 1, expected);

        var isVector = shape is { Height: 1, Width: 1 };
        var graph = FrozenGraph.Export(network, "Features", "Output");
        var actual = isVector
            ? OpenCv.Predict("tensorflow", graph, images, 1, shape.Size)
            : OpenCv.Predict("tensorflow", graph, FormatNetworks.ChannelsFirst(images, shape), 1, shape.Channels, shape.Height, shape.Width);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }
}
