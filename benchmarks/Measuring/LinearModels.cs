using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks;

/// <summary>Our side of the linear baselines, through the ML.NET API, on normalised rows cached in memory.</summary>
internal sealed class LinearModels
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly IDataView _rows;
    private readonly long _count;
    private ITransformer? _model;

    public LinearModels(ImageDataSet data, PackedImages images)
    {
        var view = data.ToDataView(images);
        var columns = _mlContext.Transforms.NormalizePixels("Features", "Pixels").Append(_mlContext.Transforms.Conversion.MapValueToKey("Label"));
        _rows = _mlContext.Data.Cache(columns.Fit(view).Transform(view), "Features", "Label");
        _count = images.Count;
    }

    /// <summary>Soft-max regression by L-BFGS, that many iterations.</summary>
    public BaselineRound FitLbfgs(int iterations) => Fit(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
        new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0, L2Regularization = 1, OptimizationTolerance = 1e-12f, MaximumNumberOfIterations = iterations,
        }));

    /// <summary>Soft-max regression by stochastic dual coordinate ascent, that many passes over the rows.</summary>
    public BaselineRound FitSdca(int passes) => Fit(_mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(
        new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0, L2Regularization = 1f / _count, ConvergenceTolerance = 1e-12f, MaximumNumberOfIterations = passes,
        }));

    /// <summary>Probabilities of all rows by the model trained last.</summary>
    public BaselineRound Score(int passes)
    {
        var began = Stopwatch.GetTimestamp();
        for (var pass = 0; pass < passes; pass++)
        {
            var scored = _model!.Transform(_rows);
            var column = scored.Schema["Score"];
            using var cursor = scored.GetRowCursor([column]);
            var getter = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> scores = default;
            while (cursor.MoveNext())
                getter(ref scores);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new BaselineRound(new Round(passes * _count, seconds), Accuracy());
    }

    private BaselineRound Fit(IEstimator<ITransformer> trainer)
    {
        var began = Stopwatch.GetTimestamp();
        _model = trainer.Fit(_rows);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new BaselineRound(new Round(_count, seconds), Accuracy());
    }

    private double Accuracy() => _mlContext.MulticlassClassification.Evaluate(_model!.Transform(_rows)).MicroAccuracy;
}
