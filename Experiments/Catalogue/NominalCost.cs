using System.Globalization;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>
/// What an experiment costs with one seed on two AVX-512 cores, in words, from what there is to compute: for a list that shall be there at
/// once. What it costs on the machine at hand 'reproduce --estimate' measures.
/// </summary>
internal static class NominalCost
{
    private const int TrainRows = 60_000;
    private const int TestRows = 10_000;
    private const int Classes = 10;

    // Measured on two cores of an AMD EPYC (Zen 4): multiply-adds a second, from half to one and a half of this by the kind of network; the
    // optimizer's step for each parameter; L-BFGS and SDCA on all images; trees, by tree, class and image.
    private const double MultiplyAddsASecond = 1.1e11;
    private const double SecondsAParameterStep = 1.5e-9;
    private const double LbfgsSeconds = 7;
    private const double SdcaSeconds = 3;
    private const double SecondsATreeAndImage = 1e-6;
    private const double SecondsAround = 0.8;

    /// <summary>Forward, and backward to the weights and to what came before.</summary>
    private const int PassesOfTraining = 3;

    public static string Of(Experiment experiment) => Words(ExperimentCatalogue.TrainingsOf(experiment).Sum(Seconds));

    private static double Seconds(Experiment training) => SecondsAround + training switch
    {
        NetworkExperiment network => Seconds(network, RunRows.Of(network, TrainRows, TestRows)),
        BoostedTreesExperiment trees => (double)trees.Plan.Trees * Classes * TrainRows * SecondsATreeAndImage,
        LinearExperiment { Plan.Trainer: LinearTrainer.Lbfgs } => LbfgsSeconds,
        LinearExperiment => SdcaSeconds,
        _ => throw new InvalidOperationException($"No cost is known for {training.GetType().Name}."),
    };

    private static double Seconds(NetworkExperiment network, RunRows rows)
    {
        var epochs = network.ExpectedEpochs;
        var watched = rows.Validated + (network.Training.TestEachEpoch ? TestRows : 0);
        var passes = PassesOfTraining * epochs * rows.Trained + epochs * watched + rows.Judged;
        var steps = epochs * Math.Ceiling(rows.Trained / network.Training.BatchSize);
        var summary = network.Architecture.Summarize();
        return summary.MultiplyAdds * passes / MultiplyAddsASecond + summary.TotalParameters * steps * SecondsAParameterStep;
    }

    private static string Words(double seconds) => seconds switch
    {
        < 15 => "seconds",
        < 55 => "under 1 min",
        < 55 * 60 => string.Create(CultureInfo.InvariantCulture, $"about {Rounded(seconds / 60)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(seconds / 1800) / 2} h"),
    };

    /// <summary>To whole minutes, from ten on to five.</summary>
    private static double Rounded(double minutes) => minutes < 10 ? Math.Round(minutes) : 5 * Math.Round(minutes / 5);
}
