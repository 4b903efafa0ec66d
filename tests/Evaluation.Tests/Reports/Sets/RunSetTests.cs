using System.Globalization;
using System.Text.Json;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports.Sets;

public sealed class RunSetTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlnetfashion-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_reads_back_as_it_was_written()
    {
        var folder = Write(seed: 1);
        var run = RunReader.Read(folder);
        var evaluation = SampleEvaluation.Value;

        Assert.Equal(("safaei/cnn_1", 1, evaluation.Accuracy, evaluation.AccuracyInterval), (run.Experiment, run.Seed, run.Accuracy, run.AccuracyInterval));
        Assert.Equal(SampleRun.Describe().DataSet, run.DataSet);
        Assert.Equal(SampleRun.Describe().Started, run.Started);
        Assert.Equal(SampleRun.History, run.History);
        Assert.Equal((627620L, 0.9181), (run.Parameters, run.Reported!.Accuracy));
        Assert.Equal(evaluation.Confusion[6, 0], run.Confusion[6, 0]);
        Assert.Equal(99.325, run.Duration.TotalSeconds, 9);
    }

    [Fact]
    public void Predictions_read_back_bit_for_bit()
    {
        var predictions = RunReader.ReadPredictions(Write(seed: 1));

        Assert.Equal(SampleRun.Predictions.Actual, predictions.Actual);
        Assert.Equal(SampleRun.Predictions.Scores, predictions.Scores);
        Assert.Equal(1, McNemarTest.Of(SampleRun.Predictions, predictions).PValue);
    }

    [Fact]
    public void Folders_without_a_run_are_passed_over()
    {
        Write(seed: 1);
        Directory.CreateDirectory(Path.Combine(_root, "notes"));
        Directory.CreateDirectory(Path.Combine(_root, ".unfinished-x"));
        File.WriteAllText(Path.Combine(_root, ".unfinished-x", "run.json"), "{");

        Assert.Single(RunReader.ReadAll(_root));
        Assert.Throws<DirectoryNotFoundException>(() => RunReader.ReadAll(Path.Combine(_root, "elsewhere")));
    }

    [Theory]
    [InlineData("run.json", "{ no json")]
    [InlineData("run.json", "{}")]
    [InlineData("run.json", "[]")]
    [InlineData("metrics.json", "{\"accuracy\": \"high\"}")]
    [InlineData("history.csv", "epoch,loss\n1,2\n")]
    [InlineData("history.csv", "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,data_set\nx,1,1,1,1,1,1,d\n")]
    public void A_damaged_run_is_named(string file, string content)
    {
        var folder = Write(seed: 1);
        File.WriteAllText(Path.Combine(folder, file), content);
        Assert.Contains(folder, Assert.Throws<InvalidDataException>(() => RunReader.ReadAll(_root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("index,true,predicted,confidence,p_a,p_b,data_set\n0,a,a,1\n")]
    [InlineData("index,true,predicted,confidence,p_a,p_b,data_set\n0,c,a,1,1,0,d\n")]
    [InlineData("index,true,predicted,confidence,p_a,p_b,data_set\n0,a,a,1,one,0,d\n")]
    [InlineData("index,true,predicted,confidence,p_a,p_b,data_set\n0,\"a,a,1,1,0,d\n")]
    public void Damaged_predictions_are_refused(string content)
    {
        File.WriteAllText(Path.Combine(_root, "predictions.csv"), content);
        Assert.Throws<InvalidDataException>(() => RunReader.ReadPredictions(_root));
    }

    [Fact]
    public void All_runs_become_a_page_and_three_twins()
    {
        Write(seed: 1);
        Write(seed: 2);
        Write(seed: 1, sketch: true);
        var page = RunSetReport.Write(_root);

        Assert.Equal(Path.Combine(_root, "all-runs.html"), page);
        var html = File.ReadAllText(page);
        Assert.Contains("1 of 3 runs were made on SKETCH DATA", html, StringComparison.Ordinal);
        Assert.Contains("href=\"2026-11-21T09-14-03_safaei-cnn_1_seed2/report.html\"", html, StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(Path.Combine(_root, "all-runs.csv")).Length);
        var lines = File.ReadAllLines(Path.Combine(_root, "all-runs.md"));
        Assert.Equal(
            "| safaei/cnn_1 | fashion-mnist | 1 | 89.60 % | 88.19 to 90.86 % | 0.5305 | 0.8959 | 627620 | 99.3 | 91.81 % |", lines[2]);
        Assert.Equal("| safaei/cnn_1 | SKETCH DATA, NOT FASHION-MNIST | 1 | 89.60 % | 88.19 to 90.86 % | 0.5305 | 0.8959 | 627620 | 99.3 |  |", lines[4]);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_root, "all-runs.json")));
        var real = json.RootElement.GetProperty("experiments")[0];
        Assert.Equal((2, SampleEvaluation.Value.Accuracy), (real.GetProperty("runs").GetInt32(), real.GetProperty("meanAccuracy").GetDouble()));
        Assert.Empty(Directory.EnumerateFiles(_root, ".*"));
    }

    [Fact]
    public void Runs_of_other_settings_are_told_apart_and_not_averaged()
    {
        Write(seed: 1);
        Write(seed: 2);
        Write(seed: 2, epochs: "3");
        var runs = RunReader.ReadAll(_root);
        var labels = new RunLabels(runs);

        Assert.Equal(["safaei/cnn_1, epochs 10, seed 1", "safaei/cnn_1, epochs 10, seed 2", "safaei/cnn_1, epochs 3, seed 2"], runs.Select(run => labels[run]).Order(StringComparer.Ordinal));
        Assert.Equal([("epochs 10", 2), ("epochs 3", 1)], SeedGroup.Of(runs).Select(group => (group.Settings, group.Accuracy.Count)).OrderBy(group => group.Settings, StringComparer.Ordinal));
        Assert.Contains("Not here: 1 that ran with one seed only.", File.ReadAllText(RunSetReport.Write(_root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_agree_in_all_are_told_apart_by_their_time()
    {
        Write(seed: 1);
        var once = RunReader.Read(Directory.EnumerateDirectories(_root).Single());
        var again = once with { Started = once.Started.AddMinutes(5) };
        var labels = new RunLabels([once, again]);

        Assert.Equal(("safaei/cnn_1, seed 1, 09:14:03", "safaei/cnn_1, seed 1, 09:19:03"), (labels[once], labels[again]));
    }

    [Fact]
    public void No_run_is_said()
    {
        Assert.Contains("holds no finished run", Assert.Throws<InvalidDataException>(() => RunSetReport.Write(_root)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Page_works_in_a_browser()
    {
        Write(seed: 1);
        Write(seed: 2);
        Write(seed: 1, sketch: true);
        var page = RunSetReport.Write(_root);
        const string check = """
            <script>
            var count = function (selector) { return Array.from(document.querySelectorAll(selector)).filter(function (e) { return e.getClientRects().length > 0; }).length; };
            var out = document.body.dataset;
            out.figures = count("#charts figure") + " " + count("#matrix-left figure") + " " + count("#matrix-right figure");
            out.lines = count("#charts g[data-run]");
            document.querySelector("input[data-overlay]").click();
            out.fewer = count("#charts g[data-run]");
            out.named = document.querySelectorAll("#legend li").length + " " + document.getElementById("overlaid").textContent;
            out.wide = count("table.runs th.more");
            document.getElementById("columns").click();
            out.all = count("table.runs th.more");
            document.getElementById("untick").click();
            out.unticked = count("#charts g[data-run]") + " " + count("#legend") + " " + document.activeElement.hasAttribute("data-overlay");
            document.getElementById("sketch").click();
            out.shown = document.getElementById("shown").textContent;
            var words = document.getElementById("words"); words.value = "nothing"; words.dispatchEvent(new Event("input"));
            out.none = document.getElementById("shown").textContent;
            var charts = document.querySelector("select[data-choose=charts]"); charts.value = "loss"; charts.dispatchEvent(new Event("change"));
            out.chart = document.querySelector("#charts figure:not([hidden])").dataset.choice;
            </script></body>
            """;
        File.WriteAllText(page, File.ReadAllText(page).Replace("</body>", check, StringComparison.Ordinal));
        var document = Chromium.DumpDom(page);

        foreach (var expected in new[] { "figures=\"1 1 1\"", "lines=\"2\"", "fewer=\"1\"", "named=\"1 1 of 3 curves are shown\"", "wide=\"0\"", "all=\"3\"", "unticked=\"0 0 true\"",
            "shown=\"2 of 3 runs\"", "none=\"0 of 3 runs\"", "chart=\"loss\"" })
            Assert.Contains($"data-{expected}", document, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Curves_that_are_shown_look_different_and_their_axes_fit_them()
    {
        for (var seed = 1; seed <= 33; seed++)
            Write(seed);
        RunFolder.Write(_root, Describe(34, sketch: false, "900"), [.. Enumerable.Range(1, 900).Select(epoch => new EpochRecord(epoch, 9, 0.1, 9, 0.1, 0.1, 1))], SampleEvaluation.Value, stream => stream.WriteByte(1));
        var page = RunSetReport.Write(_root);
        const string check = """
            <script>
            var out = document.body.dataset, boxes = Array.from(document.querySelectorAll("input[data-overlay]"));
            function styles() {
              return Array.from(document.querySelectorAll("#charts figure:not([hidden]) g[data-run]")).filter(function (g) { return g.style.display !== "none"; })
                .map(function (g) { var line = g.querySelector("polyline"); return line.getAttribute("class") + " " + line.getAttribute("stroke-dasharray"); });
            }
            function last() { return Array.from(document.querySelectorAll("#charts figure:not([hidden]) g[data-plot] text[text-anchor=middle]")).pop().textContent; }
            out.last = last();
            boxes.forEach(function (box, i) { if (box.checked !== (i >= 3 && i < 33)) box.click(); });
            out.styles = styles().length + " " + new Set(styles()).size;
            boxes[0].click();
            out.more = document.getElementById("overlaid").textContent;
            boxes.forEach(function (box) { if (!box.checked) box.click(); });
            out.long = last();
            </script></body>
            """;
        File.WriteAllText(page, File.ReadAllText(page).Replace("</body>", check, StringComparison.Ordinal));
        var document = Chromium.DumpDom(page);

        foreach (var expected in new[] { $"last=\"{SampleRun.History[^1].Epoch}\"", "styles=\"30 30\"", "more=\"31 of 34 curves are shown; there are 30 styles of lines, so some look alike\"", "long=\"900\"" })
            Assert.Contains($"data-{expected}", document, StringComparison.Ordinal);
    }

    private string Write(int seed, bool sketch = false, string epochs = "10") => RunFolder.Write(
        _root, Describe(seed, sketch, epochs), SampleRun.History, SampleEvaluation.Value, stream => stream.WriteByte(1));

    private static RunDescription Describe(int seed, bool sketch, string epochs)
    {
        var sample = SampleRun.Describe(sketch);
        var options = new Dictionary<string, string>(sample.Options)
        {
            ["epochs"] = epochs,

            // An outcome, other for every seed: no setting that tells runs apart.
            [RunDescription.PenaltyOption] = (seed / 10d).ToString(CultureInfo.InvariantCulture),
        };
        return sample with { Seed = seed, Options = options };
    }
}
