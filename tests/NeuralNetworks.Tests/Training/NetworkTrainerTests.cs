namespace MlNetFashion.NeuralNetworks.Tests.Training;

public class NetworkTrainerTests
{
    private static readonly TensorShape Shape = new(6, 6, 1);

    private static readonly NetworkArchitecture Small = new("small", Shape,
    [
        new Conv2D(4) { Padding = Padding.Same, Activation = Activation.Relu }, new MaxPool2D(), new Flatten(),
        new Dense(16) { Activation = Activation.Relu }, new Dense(3) { Activation = Activation.Softmax },
    ]);

    [Fact]
    public void A_small_network_learns_and_reports_every_epoch()
    {
        var completed = new List<EpochResult>();
        var progress = new Listener(report =>
        {
            if (report.CompletedEpoch is { } epoch)
                completed.Add(epoch);
        });

        var result = NetworkTrainer.Train(Small, TestNetworks.Dots(Shape, 3, 300, 1), TestNetworks.Dots(Shape, 3, 100, 2),
            new TrainingOptions { Epochs = 12, BatchSize = 16, Optimizer = new Adam { LearningRate = 0.01 } }, progress);

        Assert.Equal(result.History, completed);
        Assert.Equal(12, result.BestEpoch);
        Assert.True(result.History[^1].ValidationAccuracy > 0.9, $"Validation accuracy was {result.History[^1].ValidationAccuracy}.");
        Assert.True(result.History[^1].Loss < result.History[0].Loss);
    }

    [Fact]
    public void Early_stopping_returns_the_best_epoch()
    {
        var options = new TrainingOptions { Epochs = 40, BatchSize = 16, EarlyStopping = new EarlyStopping { Patience = 2 }, Optimizer = new Adam { LearningRate = 0.02 } };
        var validation = TestNetworks.Dots(Shape, 3, 60, 2);

        var result = NetworkTrainer.Train(Small, TestNetworks.Dots(Shape, 3, 120, 1), validation, options);

        Assert.True(result.StoppedEarly);
        Assert.Equal(result.BestEpoch + 2, result.History.Length);
        Assert.Equal(result.History.Max(epoch => epoch.ValidationAccuracy), Accuracy(result.Network, validation));
    }

    [Fact]
    public void Features_and_head_together_are_the_network()
    {
        var network = NetworkTrainer.Train(Small, TestNetworks.Dots(Shape, 3, 60, 1), null, new TrainingOptions { Epochs = 1 }).Network;
        var image = new float[36];
        TestNetworks.Dots(Shape, 3, 1, 5).CopyTo(0, image);
        var (whole, features) = (new float[3], new float[16]);

        network.Predict(image, 1, whole);
        network.WithoutHead().Predict(image, 1, features);

        var head = network.Head;
        var scores = Enumerable.Range(0, 3).Select(c => head.Biases[c] + features.Select((f, i) => f * head.Weights[(c * 16) + i]).Sum()).Select(MathF.Exp).ToArray();
        for (var c = 0; c < 3; c++)
            Assert.Equal(scores[c] / scores.Sum(), whole[c], 1e-5f);
    }

    [Fact]
    public void Cancellation_ends_training_after_the_batch()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            NetworkTrainer.Train(Small, TestNetworks.Dots(Shape, 3, 60, 1), null, new TrainingOptions(), null, source.Token));
    }

    [Fact]
    public void A_loss_that_is_not_a_number_stops_with_a_sentence()
    {
        var options = new TrainingOptions { Optimizer = new Sgd { LearningRate = 1e200 }, Epochs = 3, BatchSize = 8 };
        var linear = new NetworkArchitecture("linear", Shape, [new Flatten(), new Dense(5), new Dense(3) { Activation = Activation.Softmax }]);

        var error = Assert.Throws<TrainingDivergedException>(() => NetworkTrainer.Train(linear, TestNetworks.Dots(Shape, 3, 60, 1), null, options));
        Assert.Contains("Try a smaller learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_shape_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Small, TestNetworks.Dots(new TensorShape(5, 6, 1), 3, 60, 1), null, new TrainingOptions()));

        Assert.Contains("expects training images of 6x6x1. Received: 5x6x1", error.Message, StringComparison.Ordinal);
    }

    private static double Accuracy(Network network, ImageSet images)
    {
        var right = 0;
        var (image, output) = (new float[images.Shape.Size], new float[images.Classes]);
        for (var i = 0; i < images.Count; i++)
        {
            images.CopyTo(i, image);
            network.Predict(image, 1, output);
            right += Array.IndexOf(output, output.Max()) == images.Labels[i] ? 1 : 0;
        }

        return (double)right / images.Count;
    }

    private sealed class Listener(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
