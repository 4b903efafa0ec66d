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

        var leak = WarmStartLeak.Of([Fold(0.92, 0.91), Fold(0.96, 0.92), Fold(0.98, 0.92)], [Fold(0.92, 0.91), Fold(0.92, 0.91), Fold(0.92, 0.92)]);

        // From the second fold on 0.03 and 0.06. By hand: s = 0.03 / sqrt 2, t(0.975; 1) = 12.7062047, 100 rows trained on and 100 judged: half = t sqrt(1/2 + 1) s.
        Assert.Equal(0.045, leak.Leak!.Mean, 12);
        Assert.Equal(0.03 / Math.Sqrt(2), leak.Leak!.StandardDeviation, 12);
        Assert.Equal(0.045 - 12.706204736174694 * Math.Sqrt(1.5) * 0.03 / Math.Sqrt(2), leak.Leak!.MeanInterval.Lower, 9);
        Assert.Equal(
            "Warm-started folds say 95.33 % on the rows they judge by and reach 91.67 % on test rows that no fold saw: 3.67 points more. " +
            "Folds from scratch say 92.00 % and reach 91.33 %: 0.67 points more. Fold by fold, from the second on, the warm start makes the figure 4.50 points too good on average " +
            "(3.00 to 6.00 points, standard deviation 2.12; 95 % interval of the mean -28.51 to 37.51 points, widened for the rows that folds share; it may be chance).",
            leak.ToString());
        Assert.EndsWith(
            "on average (4.00 to 5.00 points, standard deviation 0.58; 95 % interval of the mean 3.58 to 5.42 points, widened for the rows that folds share).",
            WarmStartLeak.Of([(0.9, 0.9), (0.96, 0.92), (0.97, 0.92), (0.96, 0.92), (0.97, 0.92)], [(0.9, 0.9), (0.9, 0.9), (0.9, 0.9), (0.9, 0.9), (0.9, 0.9)], 9000, 0.75).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("3.00 points too good.", WarmStartLeak.Of([(0.9, 0.9), (0.96, 0.92)], [(0.9, 0.9), (0.92, 0.91)], 90, 10).ToString(), StringComparison.Ordinal);
        Assert.Null(WarmStartLeak.Of([(0.96, 0.92)], [(0.92, 0.91)], 90, 10).Leak);
        Assert.Throws<ArgumentException>(() => WarmStartLeak.Of([(0.96, 0.92)], [], 90, 10));
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
