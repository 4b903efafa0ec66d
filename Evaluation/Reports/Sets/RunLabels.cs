using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Names that tell the runs of a set apart: the experiment, those of its settings that other runs of it do not share, the seed, and, where all
/// these agree, when the run began.
/// </summary>
internal sealed class RunLabels
{
    /// <summary>Options that decide nothing about a run's outcome or come of it, or that the seed's own column tells.</summary>
    private static readonly string[] NoSettings = ["seed", "threads", "signature", RunDescription.PenaltyOption];

    private readonly Dictionary<RunRecord, string> _settings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RunRecord, string> _labels = new(ReferenceEqualityComparer.Instance);

    public RunLabels(IReadOnlyList<RunRecord> runs)
    {
        foreach (var experiment in runs.GroupBy(run => (run.Experiment, run.DataSet.Label)))
        {
            var known = experiment.Select(run => (Run: run, Settings: SettingsOf(run))).ToList();
            foreach (var (run, settings) in known)
            {
                _settings[run] = string.Join(", ", settings
                    .Where(setting => known.Any(other => other.Settings.GetValueOrDefault(setting.Key) != setting.Value))
                    .Select(setting => known.Exists(other => other.Settings.TryGetValue(setting.Key, out var value) && value != setting.Value)
                        ? $"{setting.Key} {setting.Value}"
                        : setting.Key));
            }
        }

        foreach (var same in runs.GroupBy(Plain))
        {
            foreach (var run in same)
                _labels[run] = same.Count() == 1 ? same.Key : $"{same.Key}, {run.Started.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>As "safaei/mlp, epochs 4, seed 1".</summary>
    public string this[RunRecord run] => _labels[run];

    /// <summary>The settings that set a run apart from others of its experiment, as "epochs 4"; empty where they all agree.</summary>
    public string SettingsApart(RunRecord run) => _settings[run];

    /// <summary>What decided a run's outcome beside experiment and seed, by name.</summary>
    public static IReadOnlyDictionary<string, string> SettingsOf(RunRecord run) => new Dictionary<string, string>(
        run.Options.Where(option => !NoSettings.Contains(option.Key)), StringComparer.Ordinal)
    {
        ["training rows"] = Count(run.DataSet.TrainRows),
        ["test rows"] = Count(run.DataSet.TestRows),
    };

    private string Plain(RunRecord run)
    {
        var settings = _settings[run].Length == 0 ? "" : $", {_settings[run]}";
        return FormattableString.Invariant($"{run.Experiment}{settings}, seed {run.Seed}{(run.DataSet.IsSketch ? " (sketch data)" : "")}");
    }

    private static string Count(int rows) => rows.ToString("N0", CultureInfo.InvariantCulture);
}
