using System.Globalization;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>A training that is to be done, with one seed.</summary>
/// <param name="Experiment">The training; no composite.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Chain">
/// What runs of one chain have in common: each begins with the weights of the one before, so they run in order and in one place.
/// </param>
internal sealed record PlannedRun(Experiment Experiment, int Seed, string Chain)
{
    /// <summary>The trainings of experiments with so many seeds, an experiment after the other.</summary>
    public static IEnumerable<PlannedRun> Of(IEnumerable<Experiment> experiments, int firstSeed, int seeds) =>
        from experiment in experiments
        from seed in Enumerable.Range(firstSeed, Math.Min(seeds, experiment.SeedsAtMost))
        from training in ExperimentCatalogue.TrainingsOf(experiment)
        select new PlannedRun(training, seed, $"{(experiment is FoldsExperiment { IsWarm: true } ? experiment.Name : training.Name)} seed {seed.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>
    /// A measure of how long the run takes, the same on every machine: multiply-adds of all images in all epochs. Trainers without epochs
    /// count as a small network.
    /// </summary>
    public double Work => Experiment is NetworkExperiment network
        ? network.Architecture.Summarize().MultiplyAdds * network.ExpectedEpochs
        : 1e7;
}
