using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>A finished run, as its folder tells it.</summary>
public sealed record RunRecord
{
    /// <summary>The full path of its folder.</summary>
    public required string Folder { get; init; }

    public required string Experiment { get; init; }

    public required string Command { get; init; }

    public required int Seed { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DataSetDescription DataSet { get; init; }

    public required double Accuracy { get; init; }

    public required Interval AccuracyInterval { get; init; }

    /// <summary>Accuracy on the rows it was trained on; null where the run does not tell.</summary>
    public double? TrainAccuracy { get; init; }

    public required double LogLoss { get; init; }

    public required double MacroF1 { get; init; }

    /// <summary>Weights of the model; null where the run does not tell.</summary>
    public required long? Parameters { get; init; }

    /// <summary>All stages together.</summary>
    public required TimeSpan Duration { get; init; }

    public required ReportedResult? Reported { get; init; }

    /// <summary>What was reported, if this run can be held against it: one on sketch data cannot.</summary>
    internal ReportedResult? Comparable => DataSet.IsSketch ? null : Reported;

    /// <summary>The options that were in force, by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Whether every one of <paramref name="settings"/> was in force.</summary>
    public bool IsAsDeclared(IEnumerable<(string Name, string Value)> settings) =>
        settings.All(setting => Options.TryGetValue(setting.Name, out var value) && value == setting.Value);

    public required ImmutableArray<string> ClassNames { get; init; }

    public required ConfusionCounts Confusion { get; init; }

    /// <summary>The epochs; empty for a model that was not trained in epochs.</summary>
    public required ImmutableArray<EpochRecord> History { get; init; }

    /// <summary>The folder's own name.</summary>
    public string Name => Path.GetFileName(Folder);
}
