using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>The runs of one experiment on one data set that differ in nothing but the seed and when they ran.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Settings">What sets these runs apart from others of the experiment, as "epochs 4"; empty where nothing does.</param>
/// <param name="DataSet">The data set, sketch data called that.</param>
/// <param name="IsSketch">Whether it is sketch data.</param>
/// <param name="Accuracy">Over the runs; of several with the same seed the last counts.</param>
internal sealed record SeedGroup(string Experiment, string Settings, string DataSet, bool IsSketch, Spread Accuracy)
{
    /// <summary>The groups, best mean first within a data set.</summary>
    public static ImmutableArray<SeedGroup> Of(IReadOnlyList<RunRecord> runs)
    {
        var labels = new RunLabels(runs);
        return
        [
            .. runs.GroupBy(run => (run.Experiment, Settings: labels.SettingsApart(run), run.DataSet.Label, run.DataSet.IsSketch))
                .Select(group => new SeedGroup(
                    group.Key.Experiment, group.Key.Settings, group.Key.Label, group.Key.IsSketch,
                    Spread.Of([.. group.GroupBy(run => run.Seed).Select(same => same.MaxBy(run => run.Started)!.Accuracy)])))
                .OrderBy(group => group.IsSketch).ThenBy(group => group.DataSet, StringComparer.Ordinal).ThenByDescending(group => group.Accuracy.Mean),
        ];
    }
}
