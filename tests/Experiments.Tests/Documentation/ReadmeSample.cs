// <readme>
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

// </readme>
namespace MlNetFashion.Experiments.Tests.Documentation;

/// <summary>README's code, so that it compiles and runs: the lines between the marks are the ones README shows.</summary>
internal static class ReadmeSample
{
    public static ImageDataSet Load()
    {
        // <readme>
        var mlContext = new MLContext(seed: 1);
        var data = FashionMnist.Load(mlContext);
        // </readme>
        return data;
    }

    public static (double Accuracy, double LogLoss, int Folds) Train(MLContext mlContext, ImageDataSet data)
    {
        // <readme>
        var pipeline = mlContext.Transforms.NormalizePixels("Features", "Pixels")
            .Append(mlContext.Transforms.Conversion.MapLabelToKey("Label", data.ClassNames))
            .Append(mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Architectures.Safaei.Cnn1, new()
            {
                Epochs = 30,
                BatchSize = 128,
                EarlyStopping = new EarlyStopping { Patience = 5 },
                Seed = 1,
            }))
            .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        var model = pipeline.Fit(data.Train);
        var metrics = mlContext.MulticlassClassification.Evaluate(model.Transform(data.Test));
        var folds = mlContext.MulticlassClassification.CrossValidate(data.Train, pipeline, numberOfFolds: 5);
        mlContext.Model.Save(model, data.Train.Schema, "model.zip");
        // </readme>
        return (metrics.MicroAccuracy, metrics.LogLoss, folds.Count);
    }

    public static string Predict(float[] pixels)
    {
        // <readme>
        var mlContext = new MLContext();
        var model = mlContext.Model.Load("model.zip", out _);
        var engine = mlContext.Model.CreatePredictionEngine<Picture, Garment>(model);
        var garment = engine.Predict(new Picture { Pixels = pixels });
        // </readme>
        return garment.PredictedLabel;
    }

    // <readme>
    public sealed class Picture
    {
        public string Label { get; set; } = "";         // not looked at, but part of the pipeline's input

        [VectorType(784)]
        public float[] Pixels { get; set; } = [];       // 28 rows of 28 grey values, 0 (background) to 255
    }

    public sealed class Garment
    {
        public string PredictedLabel { get; set; } = "";
        public float[] Score { get; set; } = [];        // ten probabilities, in the order of the class names
    }
    // </readme>
}
