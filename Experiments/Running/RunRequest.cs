using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Everything a command line asks of an experiment, checked.</summary>
/// <param name="Experiment">The experiment with its overrides applied.</param>
/// <param name="Data">Where its data may come from.</param>
internal sealed record RunRequest(Experiment Experiment, DataRequest Data)
{
    public required Overrides Overrides { get; init; }

    /// <summary>Full path of the folder that run folders go to.</summary>
    public required string ResultsFolder { get; init; }

    public int FirstSeed { get; init; } = 1;

    /// <summary>How many seeds, one run each.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>0 means all cores.</summary>
    public int Threads { get; init; }

    public bool Quiet { get; init; }

    /// <summary>What was typed, for the report.</summary>
    public string CommandLine { get; init; } = "";
}
