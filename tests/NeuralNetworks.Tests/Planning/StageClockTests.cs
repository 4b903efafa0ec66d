using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks.Tests.Planning;

public class StageClockTests
{
    [Fact]
    public void Every_stage_that_works_has_its_time_forward_and_backward()
    {
        var clock = new StageClock(workers: 2);
        var images = TestNetworks.Dots(TestNetworks.SafaeiCnn1.Input, 10, 200, 1);

        var history = NetworkTrainer.Train(TestNetworks.SafaeiCnn1, images, null, new TrainingOptions { Epochs = 2, BatchSize = 50, Threads = 2, Clock = clock }).History;

        var times = clock.Times.ToList();
        Assert.Equal(TestNetworks.SafaeiCnn1.DescribePlan(50).Skip(1), times.Where(line => !line.Backward).Select(line => line.Stage));
        Assert.Equal(["dense_1", "dense", "conv2d"], times.Where(line => line.Backward).Select(line => line.Stage.Split(':')[0]));
        Assert.All(times, line => Assert.True(line.Time > TimeSpan.Zero, line.Stage));
        Assert.True(times.Sum(line => line.Time.TotalSeconds) <= 2 * history.Sum(epoch => epoch.Elapsed.TotalSeconds));
    }
}
