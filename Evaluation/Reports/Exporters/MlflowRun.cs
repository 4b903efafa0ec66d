using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>Writes a run in the layout of MLflow's file store, so that <c>mlflow ui --backend-store-uri</c> shows it among others.</summary>
public static class MlflowRun
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a run; it is complete or absent.</summary>
    /// <param name="store">The folder of the store, as "mlruns"; made if it is not there.</param>
    /// <param name="description">What was run. Its experiment becomes MLflow's.</param>
    /// <param name="history">The epochs; may be empty.</param>
    /// <param name="evaluation">What it came to.</param>
    /// <param name="runFolder">The run folder, whose files become the artifacts; null for none.</param>
    /// <returns>The full path of the run within the store.</returns>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static string Write(
        string store, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation, string? runFolder = null)
    {
        var root = Path.GetFullPath(store);
        var runId = Guid.NewGuid().ToString("N");
        var aside = Path.Combine(root, $".unfinished-{runId}");
        try
        {
            Directory.CreateDirectory(root);
            string experiment;
            using (Turn(root))
                experiment = FindOrMakeExperiment(root, description);
            var target = Path.Combine(experiment, runId);
            WriteRun(aside, target, runId, Path.GetFileName(experiment), description, history, evaluation);
            if (runFolder is not null)
                Copy(runFolder, Path.Combine(aside, "artifacts"));
            Directory.Move(aside, target);
            return target;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(root, error);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    /// <summary>Runs that end at the same time, in one process or several, look for their experiment one after another: two of one name confuse MLflow.</summary>
    private static FileStream Turn(string root)
    {
        const int milliseconds = 20;
        var patience = TimeSpan.FromSeconds(30) / TimeSpan.FromMilliseconds(milliseconds);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(root, ".mlnetfashion.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < patience)
            {
                Thread.Sleep(milliseconds);
            }
        }
    }

    /// <summary>An experiment is a folder named by a number, with its name in meta.yaml.</summary>
    private static string FindOrMakeExperiment(string root, RunDescription description)
    {
        var name = Quote(description.DataSet.IsSketch ? $"{description.Experiment} (SKETCH DATA, NOT FASHION-MNIST)" : description.Experiment);
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var meta = Path.Combine(folder, "meta.yaml");
            if (File.Exists(meta) && File.ReadLines(meta).Contains($"name: {name}"))
                return folder;
        }

        // MLflow draws its own numbers likewise at random, of 18 digits.
        var id = Random.Shared.NextInt64(100_000_000_000_000_000, 1_000_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
        var path = Path.Combine(root, id);
        var now = Time(description.Started);
        Directory.CreateDirectory(path);
        File.WriteAllText(
            Path.Combine(path, "meta.yaml"),
            $"artifact_location: {Quote(new Uri(path).AbsoluteUri)}\ncreation_time: {now}\nexperiment_id: '{id}'\nlast_update_time: {now}\nlifecycle_stage: active\nname: {name}\n", Utf8);
        return path;
    }

    private static void WriteRun(
        string folder, string target, string runId, string experimentId, RunDescription description, IReadOnlyList<EpochRecord> history, TestEvaluation evaluation)
    {
        var duration = TimeSpan.FromTicks(description.Durations.Sum(stage => stage.Value.Ticks));
        var name = FormattableString.Invariant($"{description.Experiment} seed {description.Seed}");
        foreach (var part in new[] { "metrics", "params", "tags", "artifacts" })
            Directory.CreateDirectory(Path.Combine(folder, part));
        File.WriteAllText(
            Path.Combine(folder, "meta.yaml"),
            $"artifact_uri: {Quote(new Uri(Path.Combine(target, "artifacts")).AbsoluteUri)}\nend_time: {Time(description.Started + duration)}\nentry_point_name: ''\n" +
            $"experiment_id: '{experimentId}'\nlifecycle_stage: active\nrun_id: {Quote(runId)}\nrun_name: {Quote(name)}\nrun_uuid: {Quote(runId)}\nsource_name: ''\nsource_type: 4\n" +
            $"source_version: ''\nstart_time: {Time(description.Started)}\nstatus: 3\ntags: []\nuser_id: ''\n", Utf8);

        Part("params", "seed", description.Seed.ToString(CultureInfo.InvariantCulture));
        Part("params", "data_set", description.DataSet.Label);
        Part("params", "data_checksum", description.DataSet.Checksum);
        foreach (var (option, value) in description.Options)
            Part("params", option, value);
        Part("tags", "mlflow.runName", name);
        Part("tags", "command", description.Command);
        if (description.DataSet.Warning is { } warning)
            Part("tags", "mlflow.note.content", warning);

        Metric("loss", epoch => epoch.Loss);
        Metric("accuracy", epoch => epoch.Accuracy);
        Metric("val_loss", epoch => epoch.ValidationLoss);
        Metric("val_accuracy", epoch => epoch.ValidationAccuracy);
        Metric("epoch_test_loss", epoch => epoch.TestLoss);
        Metric("epoch_test_accuracy", epoch => epoch.TestAccuracy);
        Metric("learning_rate", epoch => epoch.LearningRate);
        foreach (var (metric, value) in new[] { ("test_accuracy", evaluation.Accuracy), ("test_log_loss", evaluation.LogLoss), ("test_macro_f1", evaluation.Report.Macro.F1) })
            Part("metrics", metric, $"{Time(description.Started + duration)} {Number(value)} 0\n");

        // A line a measurement: when, what, at which step.
        void Metric(string metric, Func<EpochRecord, double?> value)
        {
            var lines = new StringBuilder();
            var when = description.Started;
            foreach (var epoch in history)
            {
                when += TimeSpan.FromSeconds(double.IsFinite(epoch.Seconds) ? epoch.Seconds : 0);
                if (value(epoch) is { } figure)
                    lines.Append(CultureInfo.InvariantCulture, $"{Time(when)} {Number(figure)} {epoch.Epoch}\n");
            }

            if (lines.Length > 0)
                Part("metrics", metric, lines.ToString());
        }

        void Part(string part, string key, string value) => File.WriteAllText(Path.Combine(folder, part, FileName(key)), value, Utf8);
    }

    /// <summary>MLflow's keys are letters, digits, underscore, dash, dot and space; a slash would be a folder.</summary>
    private static string FileName(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' ? c : '_'));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static string Time(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "nan" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A YAML scalar that is text whatever it holds.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
