using System.Text.Json;
using MlNetFashion.Evaluation.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports.Folds;

public class FoldReportTests
{
    [Fact]
    public void The_folder_holds_a_page_and_its_twins()
    {
        using var root = new TemporaryFolder();

        var folder = FoldReport.Write(root.Path, "crossvalidate", "Cross-validation of cnn", SampleRun.Describe(), [SampleFolds.Set("cnn")], ["A finding."]);

        Assert.Equal("2026-11-21T09-14-03_crossvalidate_safaei-cnn_1_3-consecutive-folds_seed1", Path.GetFileName(folder));
        var page = File.ReadAllText(Path.Combine(folder, "report.html"));
        foreach (var part in new[] { "A finding.", "accuracy 89.60 % ± ", "Learning curves of the folds", "id=\"fold-confusion-0-title\"", "experiment safaei/cnn_1 --seed 1" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(Path.Combine(folder, "folds.csv")).Length);
        Assert.Contains("| cnn | 3 | ", File.ReadAllText(Path.Combine(folder, "folds.md")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "folds.json")));
        Assert.Equal(SampleFolds.Set("cnn").Accuracies, json.RootElement.GetProperty("models")[0].GetProperty("folds").EnumerateArray().Select(fold => fold.GetProperty("accuracy").GetDouble()));
        Assert.Empty(Directory.GetDirectories(root.Path, ".*"));
    }

    [Fact]
    public void A_choice_among_many_has_a_folder_all_the_same()
    {
        using var root = new TemporaryFolder();
        var many = SampleRun.Describe() with { Experiment = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"grid/point-{i}")) };

        var folder = FoldReport.Write(root.Path, "crossvalidate", "Nested", many, [SampleFolds.Set("the chosen one", chosen: "grid/point-1")], []);

        Assert.InRange(Path.GetFileName(folder).Length, 40, 200);
        Assert.True(File.Exists(Path.Combine(folder, "report.html")));
    }

    [Fact]
    public void Test_rows_choices_and_sketch_data_are_shown()
    {
        var warm = FoldReport.Render(
            "t", SampleRun.Describe(sketch: true), [SampleFolds.Set("warm start", tested: true)], [], [.. FoldFigures.Draw([SampleFolds.Set("warm start", tested: true)], FigureCaption.None)]);
        Assert.Contains("warm start, test rows", warm, StringComparison.Ordinal);
        Assert.Contains("class=\"banner\"", warm, StringComparison.Ordinal);
        var nested = FoldReport.Render("t", SampleRun.Describe(), [SampleFolds.Set("the chosen one", chosen: "mlp")], [], []);
        Assert.Contains("What the folds chose", nested, StringComparison.Ordinal);
        Assert.Contains(">mlp<", nested, StringComparison.Ordinal);
    }

    [Fact]
    public void The_leak_is_what_test_rows_do_not_confirm()
    {
        static FoldOutcome Fold(double share, double test)
        {
            var right = (int)Math.Round(share * 100);
            var predictions = Predictions.From(new int[100], [.. Enumerable.Range(0, 100).SelectMany(row => row < right ? new[] { 0.9f, 0.1f } : [0.1f, 0.9f])], 2);
            return new FoldOutcome(HoldOut.Evaluate(new Microsoft.ML.MLContext(1), predictions, ["a", "b"]), TimeSpan.FromSeconds(1), 100)
            {
                Figures = new Dictionary<string, double> { [WarmStartLeak.TestAccuracy] = test },
            };
        }

        var leak = WarmStartLeak.Of([Fold(0.96, 0.92), Fold(0.98, 0.92)], [Fold(0.92, 0.91), Fold(0.92, 0.92)]);

        Assert.Equal(0.045, leak.Leak, 12);
        Assert.Equal(
            "Warm-started folds say 97.00 % on the rows they judge by and reach 92.00 % on test rows that no fold saw: 5.00 points more. " +
            "Folds from scratch say 92.00 % and reach 91.50 %: 0.50 points more. The warm start makes the figure 4.50 points too good.",
            leak.ToString());
        Assert.Throws<ArgumentException>(() => WarmStartLeak.Of(SampleFolds.Set("x").Folds, SampleFolds.Set("x", tested: true).Folds));
    }

    [Theory]
    [InlineData("folds.json", "{ no json")]
    [InlineData("folds.json", "{\"models\": 3}")]
    [InlineData("comparison.json", "{}")]
    public void A_damaged_report_is_named(string file, string content)
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root.Path, "some-report"));
        File.WriteAllText(Path.Combine(root.Path, "some-report", file), content);

        Assert.Contains("some-report", Assert.Throws<InvalidDataException>(() => OtherReport.ReadAll(root.Path)).Message, StringComparison.Ordinal);
    }
}
