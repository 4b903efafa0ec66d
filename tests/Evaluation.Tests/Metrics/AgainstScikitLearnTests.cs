using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

/// <summary>Every figure that scikit-learn has, asked of scikit-learn on the same 2,000 rows.</summary>
public class AgainstScikitLearnTests
{
    [SkippableFact]
    public void Every_figure_is_that_of_scikit_learn()
    {
        var predictions = SampleRun.Predictions;
        var answer = ScikitLearn.Ask(
            """
            from sklearn import metrics as m
            y = np.array(given["actual"]); p = np.array(given["predicted"]); n = given["classes"]
            s = np.array(given["scores"], dtype=np.float32).reshape(-1, n)
            answer["kappa"] = m.cohen_kappa_score(y, p)
            answer["mcc"] = m.matthews_corrcoef(y, p)
            answer["auc"] = [m.roc_auc_score(y == k, s[:, k]) for k in range(n)]
            answer["macro_auc"] = m.roc_auc_score(y, s.astype(float) / s.astype(float).sum(1, keepdims=True), multi_class="ovr", average="macro")
            answer["ap"] = [m.average_precision_score(y == k, s[:, k]) for k in range(n)]
            answer["top_k"] = [m.top_k_accuracy_score(y, s, k=k) for k in (2, 3, 5)]
            answer["log_loss"] = m.log_loss(y, s.astype(float), eps=1e-15)
            answer["report"] = m.classification_report(y, p, target_names=given["names"], zero_division=0)
            answer["confusion"] = m.confusion_matrix(y, p).ravel().tolist()
            """,
            new
            {
                actual = predictions.Actual.ToArray(),
                predicted = predictions.Predicted.ToArray(),
                scores = predictions.Scores.ToArray(),
                classes = predictions.Classes,
                names = SampleRun.Names,
            });

        var counts = SampleRun.Confusion;
        var classes = Enumerable.Range(0, predictions.Classes).ToList();
        Assert.Equal(answer.GetProperty("kappa").GetDouble(), Agreement.CohensKappa(counts), 10);
        Assert.Equal(answer.GetProperty("mcc").GetDouble(), Agreement.MatthewsCorrelation(counts), 10);
        AssertClose(answer.Numbers("auc"), classes.Select(k => RocCurve.Of(predictions, k).Area), 10);
        AssertClose(answer.Numbers("ap"), classes.Select(k => PrecisionRecallCurve.Of(predictions, k).AveragePrecision), 10);
        AssertClose(answer.Numbers("top_k"), new[] { 2, 3, 5 }.Select(k => TopKAccuracy.Of(predictions, k)), 10);
        Assert.Equal(answer.GetProperty("macro_auc").GetDouble(), RocCurve.MacroArea(predictions), 5);
        Assert.Equal(answer.GetProperty("log_loss").GetDouble(), LogLoss.Mean(predictions), 5);
        Assert.Equal(answer.GetProperty("report").GetString(), ClassificationReportText.Render(ClassificationReport.From(counts, SampleRun.Names)));
        Assert.Equal(answer.Numbers("confusion"), classes.SelectMany(a => classes.Select(p => (double)counts[a, p])));
    }

    [SkippableFact]
    public void Calibration_bins_are_those_of_scikit_learn()
    {
        var predictions = SampleRun.Predictions;
        var rows = Enumerable.Range(0, predictions.Count).ToList();
        var answer = ScikitLearn.Ask(
            """
            from sklearn.calibration import calibration_curve
            share, mean = calibration_curve(given["correct"], given["confidence"], n_bins=15)
            answer["share"] = share.tolist(); answer["mean"] = mean.tolist()
            """,
            new { correct = rows.Select(predictions.IsCorrect), confidence = rows.Select(row => (double)predictions.Confidence(row)) });

        var filled = Calibration.Of(predictions).Bins.Where(bin => bin.Count > 0).ToList();
        AssertClose(answer.Numbers("share"), filled.Select(bin => bin.Accuracy), 10);
        AssertClose(answer.Numbers("mean"), filled.Select(bin => bin.Confidence), 10);
    }

    private static void AssertClose(IReadOnlyList<double> expected, IEnumerable<double> actual, int digits)
    {
        var values = actual.ToList();
        Assert.Equal(expected.Count, values.Count);
        for (var i = 0; i < values.Count; i++)
            Assert.Equal(expected[i], values[i], digits);
    }
}
