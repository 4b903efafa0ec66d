using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>Everything one needs to know to run an experiment again, and what it ran on.</summary>
public sealed record RunDescription
{
    /// <summary>The experiment's name, as "cnn" or "safaei/cnn_1".</summary>
    public required string Experiment { get; init; }

    /// <summary>The command that runs it again, word for word.</summary>
    public required string Command { get; init; }

    /// <summary>The seed all randomness came from.</summary>
    public required int Seed { get; init; }

    public required DataSetDescription DataSet { get; init; }

    /// <summary>When the run started, in local time with its offset.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The one of <see cref="Options"/> that comes of the training: the L2 penalty that Keras adds to the loss it prints.</summary>
    public const string PenaltyOption = "L2 penalty when trained";

    /// <summary>Every option in force, defaults included, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How long each stage took, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, TimeSpan>> Durations { get; init; } = [];

    /// <summary>The layers; null for a model without.</summary>
    public ModelSummary? Model { get; init; }

    /// <summary>What was reported for this experiment elsewhere, if anything.</summary>
    public ReportedResult? Reported { get; init; }

    /// <summary>Versions of what the run was made with, by name; this program, .NET, the operating system and ML.NET by default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Versions { get; init; } = RunningMachine.Versions();

    /// <summary>The processor the run was made on; that of this machine by default.</summary>
    public string Processor { get; init; } = RunningMachine.Processor();

    /// <summary>What stands under every figure of this run.</summary>
    public FigureCaption Caption => new(
        FormattableString.Invariant($"{Experiment} · {(DataSet.IsSketch ? "sketch data" : DataSet.Name)} · {DataSet.TestRows:N0} test rows · seed {Seed}"), DataSet.ShortWarning);
}
