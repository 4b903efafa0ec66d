using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tests.Running;

public class TrainingPaceTests
{
    private const int Images = 200;

    [Theory]
    [InlineData("dalvi/cnn")]
    [InlineData("dalvi/one-hidden")]
    public void It_ends_by_itself_whether_an_epoch_has_many_steps_or_one(string name)
    {
        var network = (NetworkExperiment)ExperimentCatalogue.Find(name);

        var seconds = TrainingPace.Measure(network, Few(network), threads: 1, CancellationToken.None);

        Assert.InRange(seconds, 1e-7, 0.1);
    }

    [Fact]
    public void A_network_with_a_hundred_times_the_multiply_adds_takes_longer_an_image()
    {
        var (small, large) = ((NetworkExperiment)ExperimentCatalogue.Find("dalvi/mlp"), (NetworkExperiment)ExperimentCatalogue.Find("kh/cnn-best"));

        Assert.InRange(Seconds(large) / Seconds(small), 3, 1000);

        static double Seconds(NetworkExperiment network) => TrainingPace.Measure(network, Few(network), threads: 1, CancellationToken.None);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        var network = (NetworkExperiment)ExperimentCatalogue.Find("dalvi/mlp");

        Assert.Throws<OperationCanceledException>(() => TrainingPace.WarmUp(network, Few(network), threads: 1, new CancellationToken(canceled: true)));
    }

    private static ImageSet Few(NetworkExperiment network) => ImageSet.FromBytes(
        new byte[Images * network.Architecture.Input.Size], 1f / 255, [.. Enumerable.Range(0, Images).Select(i => i % 10)], network.Architecture.Input, network.Architecture.Classes);
}
