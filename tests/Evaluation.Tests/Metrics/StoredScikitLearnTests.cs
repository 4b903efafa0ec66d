using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Metrics;

/// <summary>Expected: scikit-learn 1.2.1 on the 2,000 rows of <see cref="SampleRun"/>, stored, so that they are checked where it is not.</summary>
public class StoredScikitLearnTests
{
    private static readonly TestEvaluation Evaluation = SampleEvaluation.Value;

    [Fact]
    public void Agreement()
    {
        Assert.Equal(0.8844444444444445, Evaluation.Further.CohensKappa, 12);
        Assert.Equal(0.884477858683609, Evaluation.Further.MatthewsCorrelation, 12);
    }

    [Theory]
    [InlineData(0, 0.9797638888888889, 0.8594041754988756)]
    [InlineData(6, 0.982513888888889, 0.880916298073888)]
    [InlineData(9, 0.9967638888888889, 0.9727109559945359)]
    public void Areas_of_a_class(int k, double roc, double precision)
    {
        Assert.Equal(roc, Evaluation.Further.RocCurves[k].Area, 10);
        Assert.Equal(precision, Evaluation.Further.PrecisionRecallCurves[k].AveragePrecision, 10);
    }

    [Fact]
    public void Macro_areas()
    {
        Assert.Equal(0.9913594444444446, Evaluation.Further.MacroRocArea, 10);
        Assert.Equal(0.9368848956652449, Evaluation.Further.MacroAveragePrecision, 10);
    }

    [Fact]
    public void Averages()
    {
        var report = Evaluation.Report;
        Close((0.896, 0.896, 0.8960000000000001), report.Micro);
        Close((0.8961638396203029, 0.8960000000000001, 0.8959459161501961), report.Macro);
        Close((0.896163839620303, 0.896, 0.8959459161501961), report.Weighted);
    }

    [Fact]
    public void Top_k_and_log_loss()
    {
        Assert.Equal([0.977, 0.9975, 1.0], new[] { 2, 3, 5 }.Select(Evaluation.TopK));
        Assert.Equal(0.5304738434767831, Evaluation.LogLoss, 6);
    }

    private static void Close((double Precision, double Recall, double F1) expected, ClassScores actual)
    {
        Assert.Equal(expected.Precision, actual.Precision, 12);
        Assert.Equal(expected.Recall, actual.Recall, 12);
        Assert.Equal(expected.F1, actual.F1, 12);
    }
}
