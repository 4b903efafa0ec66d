using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Trains and judges a pipeline over the splits of a protocol.</summary>
public static class CrossValidation
{
    /// <summary>
    /// Runs fold after fold, each when the caller asks for the next: what is finished can be kept before the next begins, and asking no
    /// further ends the work.
    /// </summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="data">The rows to split.</param>
    /// <param name="pipeline">Makes the untrained pipeline of a fold; it is called anew for each, so that no fold learns from another.</param>
    /// <param name="protocol">How to split.</param>
    /// <param name="labelColumnName">The column with the class, in the data and in what the pipeline makes of it.</param>
    /// <param name="firstFold">The fold to begin with: those before it were run already.</param>
    /// <param name="cancellationToken">Looked at before each fold; a trainer with a token of its own stops sooner.</param>
    /// <exception cref="ArgumentException">No such column, or too few rows.</exception>
    public static IEnumerable<FoldResult> Run(
        MLContext mlContext, IDataView data, Func<int, IEstimator<ITransformer>> pipeline, Protocol protocol,
        string labelColumnName = "Label", int firstFold = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstFold);
        var folds = protocol.Split(LabelCodes.Read(data, labelColumnName));
        return Enumerate();

        IEnumerable<FoldResult> Enumerate()
        {
            for (var fold = firstFold; fold < folds.Count; fold++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return RunOne(mlContext, data, pipeline(fold), fold, folds[fold], labelColumnName);
            }
        }
    }

    /// <summary>Trains a pipeline on the training rows of one split and judges it on the others.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="data">The rows that were split.</param>
    /// <param name="pipeline">The untrained pipeline.</param>
    /// <param name="number">The fold's number, from 0.</param>
    /// <param name="split">Its rows.</param>
    /// <param name="labelColumnName">The column with the class.</param>
    public static FoldResult RunOne(
        MLContext mlContext, IDataView data, IEstimator<ITransformer> pipeline, int number, Fold split, string labelColumnName = "Label")
    {
        var clock = Stopwatch.StartNew();
        var model = pipeline.Fit(Rows(data, split.Train));
        var training = clock.Elapsed;
        var evaluation = HoldOut.Evaluate(mlContext, model.Transform(Rows(data, split.Test)), labelColumnName);
        return new FoldResult(number, evaluation, model, training, split.Train.Length);
    }

    /// <summary>Some rows of a view.</summary>
    /// <param name="data">The view.</param>
    /// <param name="rows">Positions, ascending.</param>
    public static IDataView Rows(IDataView data, ImmutableArray<int> rows) => new RowSubsetView(data, rows);

    /// <summary>ML.NET's own cross-validation, judged as all others: its folds are random and of unequal size.</summary>
    /// <param name="mlContext">The context; its seed decides the folds where <paramref name="seed"/> is null.</param>
    /// <param name="data">The rows to split.</param>
    /// <param name="pipeline">The untrained pipeline.</param>
    /// <param name="folds">How many, at least 2.</param>
    /// <param name="labelColumnName">The column with the class.</param>
    /// <param name="seed">Where the drawing of folds starts.</param>
    public static IReadOnlyList<FoldResult> RunMlNet(
        MLContext mlContext, IDataView data, IEstimator<ITransformer> pipeline, int folds = 5, string labelColumnName = "Label", int? seed = null)
    {
        var clock = Stopwatch.StartNew();
        var results = mlContext.MulticlassClassification.CrossValidate(data, pipeline, folds, labelColumnName, seed: seed);
        var each = clock.Elapsed / folds;
        return
        [
            .. results.Select(result => new FoldResult(
                result.Fold, HoldOut.Evaluate(mlContext, result.ScoredHoldOutSet, labelColumnName), result.Model, each, null)),
        ];
    }
}
