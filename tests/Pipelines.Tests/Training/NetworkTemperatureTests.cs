using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Pipelines.Tests;

public class NetworkTemperatureTests
{
    private static readonly NetworkArchitecture Small = new("test/small", new TensorShape(28, 28, 1),
        [new Conv2D(4) { Activation = Activation.Relu }, new MaxPool2D(4), new Flatten(), new Dense(10) { Activation = Activation.Softmax }]);

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly ImageDataSet _data;

    public NetworkTemperatureTests() =>
        _data = FashionMnist.Load(_mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 400, SketchTestCount = 100 });

    [Fact]
    public void Logits_are_divided_in_the_saved_model()
    {
        var plain = Scores(null);
        var calibrated = Scores((_, _) => 2);

        for (var row = 0; row < plain.Length; row++)
        {
            // p^(1/2), normalised, is the soft-max of half the logits.
            var roots = plain[row].Select(p => Math.Sqrt(p)).ToArray();
            for (var k = 0; k < roots.Length; k++)
                Assert.Equal(roots[k] / roots.Sum(), calibrated[row][k], 4);
        }
    }

    [Fact]
    public void It_is_chosen_by_the_validation_images()
    {
        (int Scores, int Labels) seen = default;
        Scores((probabilities, labels) =>
        {
            seen = (probabilities.Length, labels.Length);
            Assert.Equal(1, probabilities.Take(10).Sum(), 4);
            return 1;
        });

        Assert.Equal((1000, 100), seen);
        Assert.Contains("validation", Assert.Throws<ArgumentException>(() => Scores((_, _) => 1, validation: 0)).Message, StringComparison.Ordinal);
        Assert.Contains("Received: 0", Assert.Throws<ArgumentException>(() => Scores((_, _) => 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_network_is_found_in_a_saved_pipeline()
    {
        var trainer = Trainer(null, 0.25);
        var model = Pipeline(trainer).Fit(_data.Train);
        using var file = new MemoryStream();
        _mlContext.Model.Save(model, _data.Train.Schema, file);
        file.Position = 0;

        var found = NetworkModelReader.ReadFeatures(file, "model.zip");

        var expected = trainer.LastResult!.Network.WithoutHead();
        var picture = Enumerable.Range(0, 784).Select(i => i % 256 / 255f).ToArray();
        var (a, b) = (new float[expected.Classes], new float[found.Classes]);
        expected.Predict(picture, 1, a);
        found.Predict(picture, 1, b);
        Assert.Equal(a, b);
    }

    [Fact]
    public void A_model_without_network_is_refused()
    {
        using var file = new MemoryStream();
        _mlContext.Model.Save(_mlContext.Transforms.NormalizePixels("Features", "Pixels").Fit(_data.Train), _data.Train.Schema, file);
        file.Position = 0;

        Assert.Contains("'linear.zip'", Assert.Throws<InvalidDataException>(() => NetworkModelReader.ReadFeatures(file, "linear.zip")).Message, StringComparison.Ordinal);
    }

    private ConvolutionalNetworkTrainer Trainer(Func<float[], int[], double>? choose, double validation) =>
        _mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(
            Small, new() { Epochs = 2, Seed = 3, ValidationFraction = validation, ChooseTemperature = choose });

    private IEstimator<ITransformer> Pipeline(ConvolutionalNetworkTrainer trainer) =>
        _mlContext.Transforms.NormalizePixels("Features", "Pixels")
            .Append(_mlContext.Transforms.Conversion.MapLabelToKey("Label", FashionMnist.ClassNames)).Append(trainer);

    private float[][] Scores(Func<float[], int[], double>? choose, double validation = 0.25)
    {
        var scored = Pipeline(Trainer(choose, validation)).Fit(_data.Train).Transform(_data.Test);
        return [.. scored.GetColumn<float[]>("Score")];
    }
}
