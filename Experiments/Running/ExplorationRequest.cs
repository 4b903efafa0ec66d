using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Everything a command line asks of a look at data, checked.</summary>
/// <param name="DataSet">Which data set.</param>
/// <param name="Data">Where it may come from.</param>
/// <param name="Labels">The experiment that suspects labels, cross-validated; null to suspect none.</param>
internal sealed record ExplorationRequest(DataSetChoice DataSet, DataRequest Data, Experiment? Labels)
{
    private const int EpochsByDefault = 5;

    /// <summary>Full path of the folder that the page's own folder lies in.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>The training image shown in numbers.</summary>
    public int Picture { get; init; }

    public bool Quiet { get; init; }

    /// <summary>The experiment as it is taken to suspect labels.</summary>
    /// <param name="experiment">Which.</param>
    /// <param name="isDefault">Whether nobody asked for it: a short training will do then.</param>
    /// <exception cref="ArgumentException">One that is several trainings.</exception>
    public static Experiment Suspecting(Experiment experiment, bool isDefault)
    {
        var single = FoldCandidates.Single(experiment);
        return isDefault && single is NetworkExperiment network ? network with { Training = network.Training with { Epochs = EpochsByDefault, TestEachEpoch = false } } : single;
    }
}
