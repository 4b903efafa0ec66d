using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// How long trainings take on this machine: each of the networks is trained for a moment, as many at a time as later. Rather too long than too
/// short: dense layers skip zeros, of which a trained network makes more (safaei/cnn_1's third to sixth epoch took .86 of the time of its first: Fashion-MNIST, seed 1).
/// </summary>
internal sealed class SpeedEstimate
{
    /// <summary>
    /// Reading the columns, and writing a run folder with its report and figures: from the beginnings of finished runs that followed each
    /// other, less what they trained and judged.
    /// </summary>
    private const double SecondsAround = 0.4;

    /// <summary>An image that validates goes forward only, one trained on also twice backward: measured, .21 (wide convolutions) to .39 (dense layers).</summary>
    private const double ValidatingShare = 0.3;

    /// <summary>
    /// Images that judge, after an epoch or at the end, also pass through float values and an evaluation: measured, .23 (wide convolutions) to
    /// .5, .7 for networks so small that it does not matter.
    /// </summary>
    private const double JudgingShare = 0.4;

    private readonly Dictionary<object, TrainingSpeed> measured = [];

    /// <summary>Measures, most of a second for each network.</summary>
    /// <param name="runs">What is to be run.</param>
    /// <param name="set">Gives the images.</param>
    /// <param name="trainRows">How many of its training images are used.</param>
    /// <param name="share">How many are measured at a time, each on how many threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static SpeedEstimate Measure(IEnumerable<PlannedRun> runs, ImageDataSet set, int trainRows, CoreShare share, CancellationToken cancellationToken)
    {
        var estimate = new SpeedEstimate();
        var different = runs.Select(run => run.Experiment).DistinctBy(Kind).ToList();
        var first = set.TrainImages.Subset([.. Enumerable.Range(0, Math.Min(trainRows, set.TrainCount))]);
        var images = different.OfType<NetworkExperiment>().DistinctBy(network => network.Architecture.Input)
            .ToDictionary(network => network.Architecture.Input, network => Images(first, network.Architecture));

        // The compiler works beside the code that waits for it, and for half a second after: it has to be through before anything counts.
        var networks = different.OfType<NetworkExperiment>().ToList();
        EachBesideAnother(networks.DistinctBy(Code), (network, stop) => TrainingPace.WarmUp(network, images[network.Architecture.Input], share.Threads, stop));
        EachBesideAnother(networks.Take(1), (network, stop) => Pace(network, stop));
        EachBesideAnother(networks, (network, stop) => Keep(network, new TrainingSpeed(0, Pace(network, stop))));

        // Apart from the networks: they take longer, and would have no neighbour to the end.
        EachBesideAnother(different.Where(experiment => experiment is not NetworkExperiment), (experiment, _) =>
            Keep(experiment, TrainingSpeed.Measure(experiment, set, trainRows, share.Threads)));
        return estimate;

        double Pace(NetworkExperiment network, CancellationToken stop) => TrainingPace.Measure(network, images[network.Architecture.Input], share.Threads, stop);

        void Keep(Experiment experiment, TrainingSpeed speed)
        {
            lock (estimate.measured)
                estimate.measured[Kind(experiment)] = speed;
        }

        // Cores that idle while one measures would make it look faster than it will be.
        void EachBesideAnother<T>(IEnumerable<T> experiments, Action<T, CancellationToken> work)
        {
            var all = experiments.ToList();
            var filled = (all.Count + share.AtOnce - 1) / share.AtOnce * share.AtOnce;
            SideBySide.Run([.. Enumerable.Range(0, filled).Select(i => all[i % all.Count])], share.AtOnce, work, cancellationToken);
        }
    }

    /// <summary>The seconds that a run is likely to take.</summary>
    public double Seconds(PlannedRun run, int trainRows, int testRows)
    {
        var rows = RunRows.Of(run.Experiment, trainRows, testRows);
        var speed = measured[Kind(run.Experiment)];
        if (run.Experiment is not NetworkExperiment network)
            return speed.Seconds(rows.Trained) + SecondsAround;
        var epochs = network.ExpectedEpochs;
        var judged = rows.Judged + (network.Training.TestEachEpoch ? epochs * testRows : 0);
        return speed.Seconds(epochs * rows.Trained + ValidatingShare * epochs * rows.Validated + JudgingShare * judged) + SecondsAround;
    }

    /// <summary>Images trained on in a second; null for a trainer that knows no epochs.</summary>
    public double? ImagesPerSecond(Experiment experiment) => experiment is NetworkExperiment ? 1 / measured[Kind(experiment)].AnImage : null;

    /// <summary>What decides how long an image takes.</summary>
    private static object Kind(Experiment experiment) => experiment is NetworkExperiment network
        ? ((network.Architecture with { Name = "" }).ToJson(), network.Training.BatchSize, network.Training.Optimizer, network.Training.Augmentation)
        : experiment.Name;

    /// <summary>What decides which code is compiled.</summary>
    private static object Code(NetworkExperiment network) =>
        (string.Join(' ', network.Architecture.Layers.Select(layer => layer.GetType().Name)), network.Training.Optimizer.GetType(), network.Training.Augmentation);

    private static ImageSet Images(PackedImages images, NetworkArchitecture architecture) =>
        ImageSet.FromBytes(images.Pixels.ToArray(), 1f / 255, Array.ConvertAll(images.Labels.ToArray(), label => (int)label), architecture.Input, architecture.Classes);
}
