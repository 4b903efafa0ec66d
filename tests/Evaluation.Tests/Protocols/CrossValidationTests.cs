using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Evaluation.Tests.Support;
using MlNetFashion.Tests.Support;

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
        var summary = CrossValidationSummary.Of("4 shuffled folds", folds, trainRows: 45);

        Assert.Equal(60, summary.Confusion.Total);
        Assert.Equal(folds.Sum(fold => fold.Confusion.Correct), summary.Confusion.Correct);
        Assert.Equal([20L, 20, 20], Enumerable.Range(0, 3).Select(summary.Confusion.Support));
        Assert.Equal(folds.Average(fold => fold.Accuracy), summary.Accuracy.Mean, 12);
        Assert.Equal(Spread.OverFolds([.. folds.Select(fold => fold.Accuracy)], 45, 15), summary.Accuracy);
        Assert.StartsWith("accuracy ", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains(" over 4 shuffled folds (95 % interval of the mean ", summary.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossValidationSummary.Of("none", [], 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_interrupted_run_goes_on_where_it_stopped(int atOnce)
    {
        using var folder = new TemporaryFolder();
        var folds = new KFold(4, Shuffle: true).Split(LabelCodes.Read(Data(60), "Label"));
        var ran = new List<int>();
        var reports = new List<FoldsProgress>();
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Run(new FoldStore(folder.Path, "colours"), 1, fold =>
        {
            if (fold == 2)
                stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        }, stop.Token));
        Assert.Equal([0, 1], ran);
        ran.Clear();
        var outcomes = Run(new FoldStore(folder.Path, "colours"), atOnce, _ => { });

        Assert.Equal([2, 3], ran.Order());
        Assert.Equal((2, 4, 2), (reports[0].Finished, reports[0].Folds, reports[0].Reused));
        Assert.Equal(4, reports[^1].Finished);
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
        var whole = CrossValidation.Run(new MLContext(1), Data(60), _ => Pipeline(new MLContext(1)), new KFold(4, Shuffle: true)).ToList();
        Assert.Equal(whole.Select(result => result.Evaluation.LogLoss), outcomes.Select(outcome => outcome.Evaluation.LogLoss));
        Assert.Equal(whole[3].Evaluation.ClassNames, outcomes[3].Evaluation.ClassNames);
        Assert.Equal([0.0, 1, 2, 3], outcomes.Select(outcome => outcome.Figures["number"]));
        Assert.Equal([0.25, 1.25, 2.25, 3.25], outcomes.Select(outcome => outcome.History[0].Loss));
        Assert.All(outcomes, outcome => Assert.True(outcome.Training > TimeSpan.Zero && outcome.TrainRows == 45));
        Assert.Contains("colours", Assert.Throws<InvalidDataException>(() => new FoldStore(folder.Path, "other").IsKept(0)).Message, StringComparison.Ordinal);

        IReadOnlyList<FoldOutcome> Run(FoldStore store, int together, Action<int> before, CancellationToken token = default)
        {
            reports.Clear();
            return FoldWork.Run(new MLContext(1), folds.Count, store, together, (fold, _) =>
            {
                before(fold);
                lock (ran)
                    ran.Add(fold);
                var mlContext = new MLContext(1);
                var result = CrossValidation.RunOne(mlContext, Data(60), Pipeline(mlContext), fold, folds[fold]);
                return new FoldOutcome(result.Evaluation, result.Training, result.TrainRows!.Value)
                {
                    Figures = new Dictionary<string, double> { ["number"] = fold },
                    History = [new EpochRecord(1, fold + 0.25, 0.5, null, 0.5, 0.1, 1)],
                };
            }, new Reports(reports), token);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_fold_fails_of_ends_all_and_is_thrown_as_it_was(int atOnce)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<InvalidDataException>(() => FoldWork.Run(
            new MLContext(1), 5, new FoldStore(folder.Path, "failing"), atOnce, (fold, _) => throw new InvalidDataException("no good")));
        Assert.Equal("no good", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.csv"));
    }

    [Fact]
    public void Nested_folds_choose_within_and_judge_without()
    {
        using var folder = new TemporaryFolder();
        var data = Data(60);
        var trained = 0;
        IReadOnlyList<FoldOutcome> Run() => NestedCrossValidation.Run(
            new MLContext(1), LabelCodes.Read(data, "Label"), ["blind", "seeing"], new StratifiedKFold(3), new StratifiedKFold(2), new FoldStore(folder.Path, "nested"), 1,
            (candidate, split, _) =>
            {
                trained++;
                var mlContext = new MLContext(1);
                var result = CrossValidation.RunOne(mlContext, data, Pipeline(mlContext, candidate == 0 ? 1e6f : 0.01f), 0, split);
                Assert.Empty(split.Train.Intersect(split.Test));
                return new FoldOutcome(result.Evaluation, result.Training, split.Train.Length);
            });

        var results = Run();

        Assert.Equal(3 * (2 * 2 + 1), trained);
        Assert.All(results, result =>
        {
            Assert.Equal("seeing", result.Chosen);
            Assert.Equal(["blind", "seeing"], result.Figures.Keys.Order());
            Assert.True(result.Figures["seeing"] > result.Figures["blind"]);
            Assert.Equal(20, result.Evaluation.Predictions.Count);
            Assert.True(result.Evaluation.Accuracy > 0.9);
        });

        // An outer fold that is gone is run again, its inner folds are not.
        File.Delete(Path.Combine(folder.Path, "fold-001.csv"));
        Run();
        Assert.Equal(3 * (2 * 2 + 1) + 1, trained);
        Assert.Throws<ArgumentException>(() => NestedCrossValidation.Run(
            new MLContext(1), [0, 1, 0, 1], [], new KFold(2), new KFold(2), new FoldStore(folder.Path, "nested"), 1, (_, _, _) => throw new InvalidOperationException()));
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

    private sealed class Reports(List<FoldsProgress> list) : IProgress<FoldsProgress>
    {
        public void Report(FoldsProgress value) => list.Add(value);
    }
}
