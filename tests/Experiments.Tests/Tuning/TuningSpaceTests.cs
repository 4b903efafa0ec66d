using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Tuning;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Tuning;

public class TuningSpaceTests
{
    private static readonly NetworkExperiment Cnn = (NetworkExperiment)ExperimentCatalogue.Find("fitch/model-7");

    [Fact]
    public void A_grid_is_every_combination()
    {
        var points = Read("""{ "learningRate": [0.1, 0.01], "filters": [[8, 16, 32], [4, 4, 4]], "optimizer": ["sgd"] }""").All(Cnn);

        Assert.Equal(4, points.Count);
        Assert.Equal(4, points.Select(point => point.Text).Distinct().Count());
        var point = points[1].Experiment;
        Assert.Equal([4, 4, 4], point.Architecture.Layers.OfType<Conv2D>().Select(layer => layer.Filters));
        Assert.Equal(new Sgd { LearningRate = 0.1 }, point.Training.Optimizer);
        Assert.Equal(10, point.Architecture.Classes);
    }

    [Theory]
    [InlineData("activation", "\"tanh\"")]
    [InlineData("dropout", "0.4")]
    [InlineData("l2", "0.001")]
    [InlineData("kernelSize", "2")]
    [InlineData("denseUnits", "[32, 16]")]
    [InlineData("batchSize", "7")]
    [InlineData("epochs", "3")]
    public void Every_setting_changes_something_and_leaves_ten_classes(string setting, string value)
    {
        var changed = TuningSettings.Apply(Cnn, setting, value);

        Assert.NotEqual(Cnn, changed);
        Assert.Equal(10, changed.Architecture.Classes);
        Assert.Equal(Activation.Softmax, Assert.IsType<Dense>(changed.Architecture.Layers[^1]).Activation);
    }

    [Theory]
    [InlineData("droput", "0.4", "did you mean 'dropout'?")]
    [InlineData("dropout", "1.5", "a number from 0 to below 1")]
    [InlineData("filters", "[8]", "it has 3 such layers, not 1")]
    [InlineData("optimizer", "\"adom\"", "adam")]
    [InlineData("batchSize", "0.5", "a whole number above 0")]
    [InlineData("kernelSize", "27", "a whole number above 0")]
    public void A_value_that_cannot_be_is_refused(string setting, string value, string hint)
    {
        var refusal = Assert.Throws<ArgumentException>(() => TuningSettings.Apply(Cnn, setting, value));

        Assert.Contains(hint, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_points_lie_in_their_range_differ_and_come_again_with_the_seed()
    {
        var space = Read("""{ "learningRate": { "from": 0.0001, "to": 0.01, "log": true }, "batchSize": { "from": 10, "to": 20 } }""");

        var points = space.Draw(Cnn, 40, seed: 3);

        Assert.Equal(40, points.Select(point => point.Text).Distinct().Count());
        Assert.All(points, point => Assert.InRange(point.Experiment.Training.Optimizer.LearningRate, 0.0001, 0.01));
        Assert.All(points, point => Assert.InRange(point.Experiment.Training.BatchSize, 10, 20));
        Assert.Equal(points.Select(point => point.Text), space.Draw(Cnn, 40, seed: 3).Select(point => point.Text));
        Assert.InRange(points.Count(point => point.Experiment.Training.Optimizer.LearningRate < 0.001), 10, 30);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "dropout": [] }""")]
    [InlineData("""{ "dropout": 0.5 }""")]
    [InlineData("""{ "dropout": { "from": 0.5, "to": 0.1 } }""")]
    [InlineData("not json")]
    public void Another_file_is_refused_in_a_sentence(string content) =>
        Assert.Contains("grid.json", Assert.Throws<InvalidDataException>(() => Read(content)).Message, StringComparison.Ordinal);

    private static TuningSpace Read(string content)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "grid.json");
        File.WriteAllText(path, content);
        return TuningSpace.Read(path);
    }
}
