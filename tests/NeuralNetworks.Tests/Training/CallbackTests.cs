using System.Text;

namespace MlNetFashion.NeuralNetworks.Tests.Training;

public class CallbackTests
{
    private static readonly TensorShape Shape = new(1, 1, 12);

    private static readonly NetworkArchitecture Architecture = new("small", Shape, [new Dense(8) { Activation = Activation.Relu }, new Dense(3) { Activation = Activation.Softmax }]);

    private static readonly ImageSet Images = TestNetworks.Dots(Shape, 3, 90, 1);

    [Fact]
    public void The_best_checkpoint_is_kept_epoch_by_epoch()
    {
        var kept = new List<(Network Network, EpochResult Epoch)>();
        var options = new TrainingOptions { Epochs = 15, BatchSize = 8, Optimizer = new Adam { LearningRate = 0.05 }, Callbacks = [new BestCheckpoint((network, epoch) => kept.Add((network, epoch)))] };

        var result = NetworkTrainer.Train(Architecture, Images, TestNetworks.Dots(Shape, 3, 40, 2), options);

        Assert.Equal(result.History.Min(epoch => epoch.ValidationLoss), kept[^1].Epoch.ValidationLoss);
        Assert.Equal(kept.Select(item => item.Epoch.ValidationLoss).OrderDescending(), kept.Select(item => item.Epoch.ValidationLoss));
        Assert.NotEqual(kept[0].Network.Parameters[0]["kernel"].Values, kept[^1].Network.Parameters[0]["kernel"].Values);
    }

    [Fact]
    public void Callbacks_hear_the_whole_course()
    {
        var log = new Log();
        NetworkTrainer.Train(Architecture, Images, null, new TrainingOptions { Epochs = 3, Callbacks = [log] });

        Assert.Equal(["begins", "1", "2", "3", "completed"], log.Events);
    }

    [Fact]
    public void TensorBoard_gets_an_event_file_that_grows_epoch_by_epoch()
    {
        var folder = Directory.CreateTempSubdirectory("events-");
        try
        {
            var sizes = new List<long>();
            var events = new TensorBoardEvents(Path.Combine(folder.FullName, "run"));
            var options = new TrainingOptions { Epochs = 3, Callbacks = [events, new BestCheckpoint((_, _) => sizes.Add(new FileInfo(events.Path!).Length)) { Monitor = EarlyStoppingMonitor.ValidationLoss }] };
            NetworkTrainer.Train(Architecture, Images, Images, options);

            var text = Encoding.Latin1.GetString(File.ReadAllBytes(events.Path!));
            Assert.StartsWith("events.out.tfevents.", Path.GetFileName(events.Path!), StringComparison.Ordinal);
            Assert.Contains("brain.Event:2", text, StringComparison.Ordinal);
            Assert.All(["loss/training", "accuracy/training", "loss/validation", "accuracy/validation", "learning_rate"], tag => Assert.Equal(3, text.Split(tag).Length - 1));
            Assert.True(sizes.Count > 1 && sizes.SequenceEqual(sizes.Distinct().Order()), $"Sizes were {string.Join(", ", sizes)}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Averaged_weights_are_those_of_the_formula()
    {
        var options = new TrainingOptions { Epochs = 1, BatchSize = 45, Shuffle = false, Optimizer = new Sgd { LearningRate = 0.5 } };
        float[] Kernel(TrainingOptions these) => NetworkTrainer.Train(Architecture, Images, null, these).Network.Parameters[0]["kernel"].Values;
        var firstHalf = Images.Subset([.. Enumerable.Range(0, 45)]);
        var afterOne = NetworkTrainer.Train(Architecture, firstHalf, null, options).Network.Parameters[0]["kernel"].Values;
        var afterTwo = Kernel(options);

        var averaged = Kernel(options with { WeightAveraging = new WeightAveraging { Momentum = 0.75 } });

        for (var i = 0; i < averaged.Length; i++)
            Assert.Equal((0.75f * afterOne[i]) + (0.25f * afterTwo[i]), averaged[i], 1e-6f);
    }

    [Fact]
    public void Training_goes_on_from_the_weights_and_not_from_their_average()
    {
        var options = new TrainingOptions { Epochs = 1, BatchSize = 30, Optimizer = new Sgd { LearningRate = 0.5 } };
        var losses = NetworkTrainer.Train(Architecture, Images, null, options with { Epochs = 4 }).History.Select(epoch => epoch.Loss);
        var averaged = NetworkTrainer.Train(Architecture, Images, Images, options with { Epochs = 4, WeightAveraging = new WeightAveraging() }).History;

        Assert.Equal(losses, averaged.Select(epoch => epoch.Loss));
    }

    private sealed class Log : TrainingCallback
    {
        public List<string> Events { get; } = [];

        public override void TrainingBegins(NetworkArchitecture architecture, TrainingOptions options) => Events.Add("begins");

        public override void EpochCompleted(EpochResult result, Func<Network> snapshot) => Events.Add(FormattableString.Invariant($"{result.Epoch}"));

        public override void TrainingCompleted(TrainingResult result) => Events.Add("completed");
    }
}
