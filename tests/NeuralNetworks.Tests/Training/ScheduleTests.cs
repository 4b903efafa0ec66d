namespace MlNetFashion.NeuralNetworks.Tests.Training;

public class ScheduleTests
{
    [Fact]
    public void Step_decay_drops_every_few_epochs() => AssertRates(new StepDecay(2) { Factor = 0.5 }, 4, (0, 1), (19, 1), (20, 0.5), (39, 0.5));

    [Fact]
    public void Exponential_decay_moves_every_step_or_every_epoch()
    {
        AssertRates(new ExponentialDecay(0.81), 4, (0, 1), (5, 0.9), (10, 0.81), (20, 0.81 * 0.81));
        AssertRates(new ExponentialDecay(0.81) { Staircase = true }, 4, (0, 1), (9, 1), (10, 0.81));
    }

    [Fact]
    public void Cosine_decay_climbs_then_falls_to_its_share()
    {
        AssertRates(new CosineDecay(), 4, (0, 1), (20, 0.5), (40, 0));
        AssertRates(new CosineDecay { Alpha = 0.2, WarmupEpochs = 2 }, 4, (0, 1.0 / 21), (10, 11.0 / 21), (20, 1), (30, 0.6), (40, 0.2));
    }

    [Fact]
    public void One_cycle_peaks_at_the_optimisers_rate() =>
        AssertRates(new OneCycle { ClimbShare = 0.25, StartDivisor = 10, EndDivisor = 100 }, 4, (0, 0.1), (5, 0.55), (10, 1), (25, 0.5005), (40, 0.001));

    [Fact]
    public void A_plateau_lowers_the_rate_and_cools_down()
    {
        var schedule = new ReduceOnPlateau { Factor = 0.5, Patience = 2, Cooldown = 1, MinimumRate = 0.2 };
        double[] losses = [1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9];
        var history = losses.Select((loss, i) => new EpochResult(i + 1, loss, 0, loss, 0, 1, TimeSpan.Zero)).ToList();

        var rates = Enumerable.Range(0, losses.Length + 1).Select(epochs => schedule.Rate(1, new ScheduleMoment(0, 10, 20, history.Take(epochs).ToList()))).ToList();

        Assert.Equal([1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2, 0.2, 0.2], rates);
    }

    [Fact]
    public void A_schedule_shows_in_the_history()
    {
        var shape = new TensorShape(1, 1, 6);
        var network = new NetworkArchitecture("x", shape, [new Dense(3) { Activation = Activation.Softmax }]);

        var result = NetworkTrainer.Train(network, TestNetworks.Dots(shape, 3, 40, 1), null,
            new TrainingOptions { Epochs = 3, BatchSize = 20, Optimizer = new Sgd { LearningRate = 0.1 }, Schedule = new ExponentialDecay(0.25) });

        // Two steps an epoch: the last of an epoch is half an epoch from its end.
        Assert.Equal([0.05, 0.0125, 0.003125], result.History.Select(epoch => Math.Round(epoch.LearningRate, 9)));
    }

    [Fact]
    public void Impossible_settings_are_refused() => Assert.Equal("StepDecay expects Every to be at least one epoch. Received: 0.",
        Assert.Throws<ArgumentException>(new StepDecay(0).Validate).Message);

    private static void AssertRates(LearningRateSchedule schedule, int epochs, params (int Step, double Rate)[] expected)
    {
        foreach (var (step, rate) in expected)
            Assert.Equal(rate, schedule.Rate(1, new ScheduleMoment(step, 10, epochs, [])), 1e-9);
    }
}
