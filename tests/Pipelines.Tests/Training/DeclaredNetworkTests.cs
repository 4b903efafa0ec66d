using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Tests;

public class DeclaredNetworkTests
{
    public static TheoryData<string> Names =>
    [
        .. typeof(Pipelines.Architectures).GetNestedTypes()
            .SelectMany(report => report.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => ((NetworkArchitecture)property.GetValue(null)!).Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_declared_network_trains_and_its_model_scores_as_it_does(string name)
    {
        var mlContext = new MLContext(seed: 1);
        var data = FashionMnist.Load(mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 64, SketchTestCount = 20 });
        var network = typeof(Pipelines.Architectures).GetNestedTypes()
            .SelectMany(report => report.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => (NetworkArchitecture)property.GetValue(null)!)
            .Single(network => network.Name == name);
        var trainer = mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(network, new() { Epochs = 1 });
        var pipeline = mlContext.Transforms.NormalizePixels("Features", "Pixels")
            .Append(mlContext.Transforms.Conversion.MapLabelToKey("Label", data.ClassNames))
            .Append(trainer);

        var scored = pipeline.Fit(data.Train).Transform(data.Test);

        var expected = new float[20 * 10];
        trainer.LastResult!.Network.Predict(Array.ConvertAll(data.TestImages.Pixels.ToArray(), value => value * (1f / 255)), 20, expected);
        using var cursor = scored.GetRowCursor([scored.Schema["Score"]]);
        var get = cursor.GetGetter<VBuffer<float>>(scored.Schema["Score"]);
        VBuffer<float> score = default;
        for (var row = 0; row < 20; row++)
        {
            Assert.True(cursor.MoveNext());
            get(ref score);
            for (var i = 0; i < 10; i++)
                Assert.Equal(expected[row * 10 + i], score.GetItemOrDefault(i), 1e-5f);
        }
    }
}
