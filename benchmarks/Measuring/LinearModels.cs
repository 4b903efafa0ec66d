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
    private readonly IDataView _test;
    private readonly ITransformer _columns;
    private readonly PixelRow[] _objects;
    private readonly long _count;
    private ITransformer? _model;

    public LinearModels(ImageDataSet data, PackedImages images)
    {
        var view = data.ToDataView(images);
        var columns = _mlContext.Transforms.NormalizePixels("Features", "Pixels").Append(_mlContext.Transforms.Conversion.MapValueToKey("Label"));
        _columns = columns.Fit(view);
        _rows = _mlContext.Data.Cache(_columns.Transform(view), "Features", "Label");
        _test = _mlContext.Data.Cache(_columns.Transform(data.ToDataView(data.TestImages)), "Features", "Label");
        _objects = [.. _mlContext.Data.CreateEnumerable<PixelRow>(data.ToDataView(data.TestImages), reuseRowObject: false)];
        _count = images.Count;
    }

    /// <summary>Soft-max regression by L-BFGS, that many iterations.</summary>
    public BaselineRound FitLbfgs(int iterations) => Fit(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
        new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0, L2Regularization = 1, OptimizationTolerance = 1e-12f, MaximumNumberOfIterations = iterations,
        }));

    /// <summary>Soft-max regression by L-BFGS as ML.NET sets it up: until it has converged.</summary>
    public BaselineRound FitLbfgs() => Fit(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(), _test);

    /// <summary>Stochastic dual coordinate ascent as ML.NET sets it up.</summary>
    public BaselineRound FitSdca() => Fit(_mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(), _test);

    /// <summary>For each class 100 boosted trees of 20 leaves.</summary>
    public BaselineRound FitTrees() =>
        Fit(_mlContext.MulticlassClassification.Trainers.OneVersusAll(_mlContext.BinaryClassification.Trainers.FastTree()), _test);

    /// <summary>Soft-max regression by stochastic dual coordinate ascent, that many passes over the rows.</summary>
    public BaselineRound FitSdca(int passes) => Fit(_mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(
        new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0, L2Regularization = 1f / _count, ConvergenceTolerance = 1e-12f, MaximumNumberOfIterations = passes,
        }));

    /// <summary>Probabilities of the test images, which are objects in memory, by the model trained last.</summary>
    public BaselineRound Score(int passes)
    {
        var view = _mlContext.Data.LoadFromEnumerable(_objects);
        var began = Stopwatch.GetTimestamp();
        for (var pass = 0; pass < passes; pass++)
        {
            var scored = _model!.Transform(_columns.Transform(view));
            var column = scored.Schema["Score"];
            using var cursor = scored.GetRowCursor([column]);
            var getter = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> scores = default;
            while (cursor.MoveNext())
                getter(ref scores);
        }

        return new BaselineRound(new Round(passes * (long)_objects.Length, Stopwatch.GetElapsedTime(began).TotalSeconds), null);
    }

    /// <summary>The same, one image a call.</summary>
    public BaselineRound Predict(int passes)
    {
        var model = new TransformerChain<ITransformer>(_columns, _model!);
        var engine = _mlContext.Model.CreatePredictionEngine<PixelRow, ScoredRow>(model);
        var prediction = new ScoredRow();
        var began = Stopwatch.GetTimestamp();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var image in _objects)
                engine.Predict(image, ref prediction);
        }

        return new BaselineRound(new Round(passes * (long)_objects.Length, Stopwatch.GetElapsedTime(began).TotalSeconds), null);
    }

    /// <summary>The first pass over the test images by a model that has not scored anything.</summary>
    public BaselineRound FirstPass()
    {
        _model = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options { MaximumNumberOfIterations = 1 }).Fit(_mlContext.Data.TakeRows(_rows, 100));
        return Score(1);
    }

    private BaselineRound Fit(IEstimator<ITransformer> trainer, IDataView? judged = null)
    {
        var began = Stopwatch.GetTimestamp();
        _model = trainer.Fit(_rows);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var metrics = _mlContext.MulticlassClassification.Evaluate(_model.Transform(judged ?? _rows));
        return new BaselineRound(new Round(_count, seconds), metrics.MicroAccuracy, judged is null ? null : metrics.LogLoss);
    }
}
