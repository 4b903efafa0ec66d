using System.Text.Json;
using System.Xml.Linq;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports;

public sealed class RunFolderTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"mlnetfashion-{Guid.NewGuid():N}", "results");

    public void Dispose()
    {
        var parent = Path.GetDirectoryName(_root)!;
        if (Directory.Exists(parent))
            Directory.Delete(parent, recursive: true);
    }

    [Fact]
    public void Folder_holds_every_file_and_is_named_by_start_experiment_and_seed()
    {
        var folder = Write();

        Assert.Equal("2026-11-21T09-14-03_safaei-cnn_1_seed1", Path.GetFileName(folder));
        Assert.Equal(
            [
                "figures/confusion-matrix.svg", "figures/first-pictures.png", "figures/learning-curve-accuracy.svg", "figures/learning-curve-loss.svg",
                "figures/precision-recall.svg", "figures/reliability.svg", "figures/roc.svg", "figures/wrong-pictures.png", "figures/wrong-predictions.svg",
                "history.csv", "metrics.json", "model.zip", "predictions.csv", "report.html", "run.json",
            ],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(folder, "model.zip")));
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder, "figures"), "*.svg"), file => Assert.NotNull(XDocument.Load(file).Root));
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Runs_of_the_same_second_get_folders_of_their_own()
    {
        var names = new[] { Write(), Write(), Write() }.Select(folder => Path.GetFileName(folder)!).ToList();
        Assert.Equal(["", "-2", "-3"], names.Select(name => name["2026-11-21T09-14-03_safaei-cnn_1_seed1".Length..]));
    }

    [Fact]
    public void A_run_without_epochs_has_no_curves()
    {
        var folder = RunFolder.Write(_root, SampleRun.Describe(), [], SampleEvaluation.Value, stream => stream.WriteByte(1));

        Assert.False(File.Exists(Path.Combine(folder, "figures", "learning-curve-loss.svg")));
        Assert.DoesNotContain("Learning curves", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(Path.Combine(folder, "history.csv")));
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_and_says_where_and_what_to_do()
    {
        var error = Assert.Throws<IOException>(() => RunFolder.Write(
            _root, SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value,
            stream =>
            {
                stream.WriteByte(1);
                throw new IOException("No space left on device");
            }));

        Assert.Equal(
            $"The results folder {_root} cannot be written: No space left on device. " +
            "Make room there or allow writing, or choose another results folder.", error.Message);
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public void An_error_of_the_model_itself_goes_through_and_leaves_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => RunFolder.Write(
            _root, SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, _ => throw new InvalidOperationException("model")));
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public void A_failed_write_leaves_earlier_runs_alone()
    {
        var earlier = Write();
        Assert.Throws<IOException>(() => RunFolder.Write(
            _root, SampleRun.Describe(), [], SampleEvaluation.Value, _ => throw new IOException("disk full")));
        Assert.Equal([earlier], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void A_cancelled_write_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => RunFolder.Write(
            _root, SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, _ => source.Cancel(), cancellationToken: source.Token));
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public void Whether_a_folder_can_be_written_is_known_before()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root)!);
        RunFolder.EnsureWritable(_root);
        Assert.False(Directory.Exists(_root));

        File.WriteAllText(_root, "a file where the folder should be");
        var error = Assert.Throws<IOException>(() => RunFolder.EnsureWritable(_root));
        Assert.StartsWith($"The results folder {_root} cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => Write());
        Assert.Equal([_root], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_root)!));
    }

    [Fact]
    public void Sketch_data_is_named_in_every_file()
    {
        const string warning = "SKETCH DATA, NOT FASHION-MNIST";
        var folder = Write(sketch: true);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("model.zip", StringComparison.Ordinal)))
            Assert.True(File.ReadAllText(file).Contains(warning, StringComparison.Ordinal), file);
        Assert.All(File.ReadAllLines(Path.Combine(folder, "predictions.csv")).Skip(1), line => Assert.EndsWith($"\"{warning}\"", line, StringComparison.Ordinal));

        var real = Write();
        foreach (var file in Directory.EnumerateFiles(real, "*", SearchOption.AllDirectories))
            Assert.False(File.ReadAllText(file).Contains(warning, StringComparison.Ordinal), file);
    }

    [Fact]
    public void Json_reads_back()
    {
        var folder = Write();
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json")));

        Assert.Equal("safaei/cnn_1", run.RootElement.GetProperty("experiment").GetString());
        Assert.Equal("2026-11-21T09:14:03+01:00", run.RootElement.GetProperty("started").GetString());
        Assert.Equal("10", run.RootElement.GetProperty("options").GetProperty("epochs").GetString());
        Assert.Equal(48000, run.RootElement.GetProperty("dataSet").GetProperty("trainRows").GetInt32());
        Assert.Equal(SampleEvaluation.Value.Accuracy, metrics.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(SampleEvaluation.Value.MlNet.MicroAccuracy, metrics.RootElement.GetProperty("mlNet").GetProperty("microAccuracy").GetDouble());
        Assert.Equal(
            SampleEvaluation.Value.Confusion[6, 0],
            metrics.RootElement.GetProperty("confusionMatrix").GetProperty("counts")[6][0].GetInt64());
    }

    [Fact]
    public void Csv_reads_back()
    {
        var folder = Write();
        var history = File.ReadAllLines(Path.Combine(folder, "history.csv"));
        var predictions = File.ReadAllLines(Path.Combine(folder, "predictions.csv"));

        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,data_set", history[0]);
        Assert.Equal(SampleRun.History.Count + 1, history.Length);
        Assert.Equal("1,0.62,0.78,0.47,0.845,0.001,3.375,fashion-mnist", history[1]);
        Assert.Equal(SampleRun.Predictions.Count + 1, predictions.Length);
        var fields = predictions[8].Split(',');
        Assert.Equal(("7", "Sneaker"), (fields[0], fields[1]));
        Assert.Equal(SampleRun.Predictions.ScoresOf(7)[9], float.Parse(fields[13], System.Globalization.CultureInfo.InvariantCulture));
    }

    private string Write(bool sketch = false) => RunFolder.Write(
        _root, SampleRun.Describe(sketch), SampleRun.History, SampleEvaluation.Value, stream => stream.Write([1, 2, 3]), SampleRun.Images);
}
