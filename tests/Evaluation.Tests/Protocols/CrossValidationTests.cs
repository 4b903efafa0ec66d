using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Protocols;

public class CrossValidationTests
{
    private static readonly string[] Colours = ["red", "green", "blue"];

    [Fact]
    public void Each_fold_is_trained_and_judged_on_its_own_rows()
    {
        var mlContext = new MLContext(1);
        var results = CrossValidation.Run(mlContext, Data(60), _ => Pipeline(mlContext), new StratifiedKFold(3)).ToList();

        Assert.Equal([0, 1, 2], results.Select(result => result.Fold));
        Assert.All(results, result =>
        {
            Assert.Equal(40, result.TrainRows);
            Assert.Equal(20, result.Evaluation.Predictions.Count);
            Assert.Equal(Colours.Order(), result.Evaluation.ClassNames.Order());
            Assert.True(result.Evaluation.Accuracy > 0.9, $"{result.Evaluation.Accuracy}");
        });
    }

    [Fact]
    public void Folds_run_when_asked_for_and_from_where_asked()
    {
        var mlContext = new MLContext(1);
        var made = new List<int>();
        var run = CrossValidation.Run(
            mlContext, Data(60), fold =>
            {
                made.Add(fold);
                return Pipeline(mlContext);
            },
            new KFold(4), firstFold: 2);

        Assert.Empty(made);
        Assert.Equal(2, run.First().Fold);
        Assert.Equal([2], made);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            CrossValidation.Run(mlContext, Data(60), _ => Pipeline(mlContext), new KFold(4), cancellationToken: source.Token).ToList());
    }

    [Fact]
    public void ML_NETs_own_folds_are_judged_likewise()
    {
        var mlContext = new MLContext(1);
        var results = CrossValidation.RunMlNet(mlContext, Data(90), Pipeline(mlContext), folds: 3);

        Assert.Equal(90, results.Sum(result => result.Evaluation.Predictions.Count));
        Assert.All(results, result => Assert.Equal(result.Evaluation.MlNet.MicroAccuracy, result.Evaluation.Accuracy, 12));
    }

    [Fact]
    public void Folds_are_summed_up_by_class_name()
    {
        var mlContext = new MLContext(1);
        var folds = CrossValidation.Run(mlContext, Data(60), _ => Pipeline(mlContext), new KFold(4, Shuffle: true)).Select(r => r.Evaluation).ToList();
        var summary = CrossValidationSummary.Of("4 shuffled folds", folds);

        Assert.Equal(60, summary.Confusion.Total);
        Assert.Equal(folds.Sum(fold => fold.Confusion.Correct), summary.Confusion.Correct);
        Assert.Equal([20L, 20, 20], Enumerable.Range(0, 3).Select(summary.Confusion.Support));
        Assert.Equal(folds.Average(fold => fold.Accuracy), summary.Accuracy.Mean, 12);
        Assert.StartsWith("accuracy ", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains(" over 4 shuffled folds (95 % interval of the mean ", summary.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossValidationSummary.Of("none", []));
    }

    [Fact]
    public void An_interrupted_run_goes_on_where_it_stopped()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mlnetfashion-{Guid.NewGuid():N}");
        try
        {
            var mlContext = new MLContext(1);
            var protocol = new KFold(4, Shuffle: true);
            var whole = CrossValidation.Run(mlContext, Data(60), _ => Pipeline(mlContext), protocol).ToList();
            var store = new FoldStore(folder, "colours, 4 folds");
            Assert.Equal(0, store.Finished);
            foreach (var result in whole.Take(2))
                store.Keep(result.Fold, result.Evaluation);

            var again = new FoldStore(folder, "colours, 4 folds");
            Assert.Equal(2, again.Finished);
            foreach (var result in CrossValidation.Run(mlContext, Data(60), _ => Pipeline(mlContext), protocol, firstFold: again.Finished))
                again.Keep(result.Fold, result.Evaluation);
            var read = Enumerable.Range(0, again.Finished).Select(fold => again.Read(mlContext, fold)).ToList();

            Assert.Equal(whole.Select(r => r.Evaluation.Accuracy), read.Select(e => e.Accuracy));
            Assert.Equal(whole.Select(r => r.Evaluation.LogLoss), read.Select(e => e.LogLoss));
            Assert.Equal(whole[3].Evaluation.ClassNames, read[3].ClassNames);
            Assert.Contains("colours, 4 folds", Assert.Throws<InvalidDataException>(() => new FoldStore(folder, "other").Finished).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Nested_folds_choose_within_and_judge_without()
    {
        var mlContext = new MLContext(1);
        var results = NestedCrossValidation.Run(
            mlContext, Data(60),
            [("blind", _ => Pipeline(mlContext, l2: 1e6f)), ("seeing", _ => Pipeline(mlContext))],
            new StratifiedKFold(3), new StratifiedKFold(2)).ToList();

        Assert.Equal(3, results.Count);
        Assert.All(results, result =>
        {
            Assert.Equal("seeing", result.Chosen);
            Assert.Equal(["blind", "seeing"], result.Inner.Select(candidate => candidate.Candidate));
            Assert.Equal(2, result.Inner[1].Accuracy.Count);
            Assert.Equal(20, result.Evaluation.Predictions.Count);
            Assert.True(result.Evaluation.Accuracy > 0.9);
        });
        Assert.Throws<ArgumentException>(() => NestedCrossValidation.Run(mlContext, Data(60), [], new KFold(2), new KFold(2)));
    }

    [Fact]
    public void A_missing_label_column_is_refused()
    {
        var mlContext = new MLContext(1);
        var error = Assert.Throws<ArgumentException>(() => CrossValidation.Run(mlContext, Data(9), _ => Pipeline(mlContext), new KFold(3), "Class"));
        Assert.StartsWith("The data needs a column \"Class\" with the class. It has: Label, Features.", error.Message, StringComparison.Ordinal);
    }

    private static IEstimator<ITransformer> Pipeline(MLContext mlContext, float l2 = 0.01f) =>
        mlContext.Transforms.Conversion.MapValueToKey("Label")
            .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: 0, l2Regularization: l2));

    /// <summary>Three colours, told apart by which of three numbers is the largest.</summary>
    private static ColumnsView Data(int rows)
    {
        var random = new Random(7);
        var labels = Enumerable.Range(0, rows).Select(i => i % 3).ToArray();
        return new ColumnsView()
            .Add("Label", TextDataViewType.Instance, labels.Select(k => Colours[k].AsMemory()).ToArray())
            .AddVectors("Features", [.. labels.Select(k => Enumerable.Range(0, 3).Select(j => (j == k ? 1 : 0) + 0.4f * random.NextSingle()).ToArray())]);
    }
}
