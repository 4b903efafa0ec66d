using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

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

    /// <summary>Whether the network is calibrated on its validation images.</summary>
    public bool Temperature { get; init; }

    /// <summary>Whether the test images are measured after every epoch.</summary>
    public bool TestCurve { get; init; }

    /// <summary>Whether event files for TensorBoard are written into the run folder.</summary>
    public bool TensorBoard { get; init; }

    /// <summary>Full path of the MLflow store that the run is written to; null for none.</summary>
    public string? MlflowStore { get; init; }

    /// <summary>How much of the data is used; null for all of it.</summary>
    public RowLimit? Rows { get; init; }

    /// <summary>The weights that a network begins with where its experiment asks for those of another; null to draw them.</summary>
    public ImmutableArray<LayerParameters>? StartingWeights { get; init; }

    /// <summary>What was typed, for the report.</summary>
    public string CommandLine { get; init; } = "";
}
