namespace MlNetFashion.NeuralNetworks.Tests;

public class NetworkTests
{
    private static readonly Network Trained = Network.FromParameters(TestNetworks.SafaeiCnn1, ParameterStart.Draw(TestNetworks.SafaeiCnn1.Resolve(), 4));

    [Fact]
    public void Many_images_at_once_and_one_by_one_from_many_threads_give_the_same()
    {
        const int Count = 150;
        var random = new Random(1);
        float[] images = [.. Enumerable.Range(0, Count * 784).Select(_ => random.NextSingle())];
        var together = new float[Count * 10];
        Trained.Predict(images, Count, together);

        Parallel.For(0, Count, image =>
        {
            var alone = new float[10];
            Trained.Predict(images.AsSpan(image * 784, 784), 1, alone);
            for (var i = 0; i < 10; i++)
                Assert.Equal(together[(image * 10) + i], alone[i], 1e-6f);
        });
        for (var image = 0; image < Count; image++)
            Assert.Equal(1, together.AsSpan(image * 10, 10).ToArray().Sum(), 1e-5f);
    }

    [Fact]
    public void Averaged_flips_are_the_mean_over_image_and_mirror_image()
    {
        var architecture = new NetworkArchitecture("flipped", new TensorShape(4, 5, 3), [new Conv2D(6) { Activation = Activation.Relu }, new Flatten(), new Dense(3) { Activation = Activation.Softmax }]);
        var network = Network.FromParameters(architecture, ParameterStart.Draw(architecture.Resolve(), 1));
        var random = new Random(2);
        float[] images = [.. Enumerable.Range(0, 70 * 60).Select(_ => random.NextSingle())];
        var mirrored = Enumerable.Range(0, images.Length).Select(i => images[(i / 15 * 15) + ((4 - (i / 3 % 5)) * 3) + (i % 3)]).ToArray();
        var (one, other, mean, symmetric) = (new float[210], new float[210], new float[210], new float[210]);

        network.Predict(images, 70, one);
        network.Predict(mirrored, 70, other);
        network.Predict(images, 70, mean, averageFlips: true);
        network.Predict(mirrored, 70, symmetric, averageFlips: true);

        Assert.NotEqual(one, mean);
        for (var i = 0; i < mean.Length; i++)
            Assert.Equal((one[i] + other[i]) / 2, mean[i], 1e-6f);
        Assert.Equal(mean, symmetric);
    }

    [Fact]
    public void Folding_batch_normalisation_changes_nothing_but_the_layers()
    {
        var architecture = new NetworkArchitecture("normalised", new TensorShape(8, 8, 1),
        [
            new Conv2D(6) { UseBias = false }, new BatchNormalization(), new ActivationLayer(Activation.Relu), new MaxPool2D(), new Dropout(0.5),
            new Conv2D(5) { Activation = Activation.Relu }, new BatchNormalization { Scale = false }, new Flatten(), new Dense(7), new BatchNormalization(), new Dense(3) { Activation = Activation.Softmax },
        ]);
        var images = TestNetworks.Dots(architecture.Input, 3, 80, 1);
        var network = NetworkTrainer.Train(architecture, images, null, new TrainingOptions { Epochs = 3, BatchSize = 10 }).Network;

        var (folded, parameters) = MlNetFashion.NeuralNetworks.Planning.InferenceForm.Fold(architecture, network.Parameters);

        Assert.Equal(["Conv2D", "Activation", "MaxPooling2D", "Conv2D", "BatchNormalization", "Flatten", "Dense", "Dense"], folded.Layers.Select(layer => layer.TypeName));
        var reference = new Reference.ReferenceNetwork(architecture with { Layers = architecture.Layers.Remove(new Dropout(0.5)) }, network.Parameters.RemoveAt(4));
        var pixels = new float[64];
        images.CopyTo(3, pixels);
        var outputs = new float[3];
        network.Predict(pixels, 1, outputs);
        var expected = reference.Forward([.. pixels.Select(pixel => (double)pixel)], 1, training: false);
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected[i], outputs[i], 1e-5);
        Assert.Equal(8, parameters.Length);
    }

    [Fact]
    public void An_array_of_another_shape_is_refused_by_name()
    {
        var architecture = TestNetworks.SafaeiCnn1 with { Layers = TestNetworks.SafaeiCnn1.Layers.SetItem(4, new Dense(99) { Activation = Activation.Relu }) };

        var error = Assert.Throws<ArgumentException>(() => Network.FromParameters(architecture, Trained.Parameters));
        Assert.Equal("Layer 'dense' expects its kernel to have the shape [6272, 99]. Received: [6272, 100] with 627200 values.", error.Message);
    }

    [Fact]
    public void Too_few_values_are_refused() =>
        Assert.Contains("expects 1568 values for 2 images. Received: 784.", Assert.Throws<ArgumentException>(() => Trained.Predict(new float[784], 2, new float[20])).Message, StringComparison.Ordinal);
}
