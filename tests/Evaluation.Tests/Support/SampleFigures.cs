namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>One of each kind of figure, by name.</summary>
internal static class SampleFigures
{
    /// <summary>Those whose text is the same on every machine; a picture within a figure is packed by the system's own deflate.</summary>
    public static readonly string[] Drawn =
        ["learning-curve-loss", "learning-curve-accuracy", "confusion-matrix", "precision-recall", "roc", "reliability", "folds", "grid", "scatter", "scatter-of-each", "pixels", "bars", "parallel"];

    public static readonly string[] WithPictures = ["samples", "wrong-predictions"];

    public static Figure Draw(string name, FigureCaption caption) => name switch
    {
        "learning-curve-loss" => new LearningCurves(SampleRun.History).DrawLoss(caption),
        "learning-curve-accuracy" => new LearningCurves(SampleRun.History).DrawAccuracy(caption),
        "confusion-matrix" => ConfusionFigure.Draw(SampleRun.Confusion, SampleRun.Names, caption),
        "precision-recall" => ThresholdFigures.DrawPrecisionRecall(SampleEvaluation.Value.Further.PrecisionRecallCurves, SampleRun.Names, caption),
        "roc" => ThresholdFigures.DrawRoc(SampleEvaluation.Value.Further.RocCurves, SampleRun.Names, caption),
        "reliability" => ReliabilityFigure.Draw(SampleEvaluation.Value.Further.Calibration, caption),
        "folds" => BoxPlot.Draw(
            "folds", "Accuracy over folds", "accuracy",
            [("safaei/cnn_1", [.918, .921, .916, .924, .919, .905]), ("safaei/mlp", [.881, .879, .884, .882, .88]), ("one fold", [.9])], caption),
        "grid" => HeatMap.Draw(
            "grid", "Accuracy of the grid", ("filters", ["32", "64", "128"]), ("dense units", ["32", "64"]),
            new[,] { { .871, .882 }, { .893, .9012 }, { double.NaN, .8991 } }, caption),
        "scatter" => ScatterFigure.Draw(
            "scatter", "Principal components", ("first component", "second component"),
            [.. Enumerable.Range(0, 300).Select(i => (Math.Cos(i) * (1 + i % 12), Math.Sin(i * 1.7) * (1 + i % 12), i % 12))],
            [.. SampleRun.Names, "Hat", "Scarf"], caption),
        "scatter-of-each" => ScatterFigure.DrawEach(
            "scatter-of-each", "Each class among the others",
            [.. Enumerable.Range(0, 300).Select(i => (Math.Cos(i) * (1 + i % 12), Math.Sin(i * 1.7) * (1 + i % 12), i % 12))],
            [.. SampleRun.Names, "Hat", "Scarf"], caption),
        "pixels" => PixelGrid.Draw("pixels", "A picture in numbers", new GreyImages([0, 60, 120, 180, 240, 255], 3, 2), 0, caption),
        "bars" => ClassBars.Draw(
            "bars", "Images of each class", "images", ["T-shirt/top", "Trouser", "Bag"], [("training", [6000, 5500, 120]), ("test", [1000, 900, 0])], 0, caption),
        "parallel" => ParallelView.Draw(
            "parallel", "The grid", ["filters", "activation"], "accuracy",
            [(["32", "relu"], .871), (["64", "relu"], .893), (["128", "relu"], .9012), (["32", "tanh"], .86), (["128", "tanh"], .8991)], caption),
        "samples" => ImageSheet.Draw("samples", "Samples", SampleRun.Images, [.. Enumerable.Range(0, 12).Select(i => (i, SampleRun.Names[i % 10]))], caption),
        "wrong-predictions" => new WrongPredictions(SampleRun.Predictions, SampleRun.Names, SampleRun.Images, 4).Draw(caption),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such figure."),
    };
}
