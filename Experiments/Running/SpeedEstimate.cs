using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>How long trainings take on this machine: each of the networks is trained on a few images, as many at a time as later.</summary>
internal sealed class SpeedEstimate
{
    /// <summary>Reading the columns, and writing a run folder with its report and figures.</summary>
    private const double SecondsAround = 0.8;

    /// <summary>Judging goes forward only, training forward and twice backward.</summary>
    private const double JudgingShare = 1.0 / 3;

    private readonly Dictionary<object, TrainingSpeed> measured = [];

    /// <summary>Measures, a fraction of a second for each network.</summary>
    /// <param name="runs">What is to be run.</param>
    /// <param name="set">Gives the images.</param>
    /// <param name="trainRows">How many of its training images are used.</param>
    /// <param name="share">How many are measured at a time, each on how many threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static SpeedEstimate Measure(IEnumerable<PlannedRun> runs, ImageDataSet set, int trainRows, CoreShare share, CancellationToken cancellationToken)
    {
        var estimate = new SpeedEstimate();
        var different = runs.Select(run => run.Experiment).DistinctBy(Kind).ToList();

        // Cores that idle while one measures would make it look faster than it will be.
        var filled = Enumerable.Range(0, Math.Max(different.Count, share.AtOnce)).Select(i => different[i % different.Count]).ToList();
        SideBySide.Run(filled, share.AtOnce, (experiment, stop) =>
        {
            var speed = TrainingSpeed.Measure(experiment, set, trainRows, share.Threads, stop);
            lock (estimate.measured)
                estimate.measured[Kind(experiment)] = speed;
        }, cancellationToken);
        return estimate;
    }

    /// <summary>The seconds that a run is likely to take.</summary>
    public double Seconds(PlannedRun run, int trainRows, int testRows)
    {
        var rows = RunRows.Of(run.Experiment, trainRows, testRows);
        var speed = measured[Kind(run.Experiment)];
        if (run.Experiment is not NetworkExperiment network)
            return speed.Seconds(rows.Trained) + SecondsAround;
        var epochs = network.ExpectedEpochs;
        var watched = rows.Validated + (network.Training.TestEachEpoch ? testRows : 0);
        return speed.Seconds(epochs * rows.Trained + JudgingShare * (epochs * watched + rows.Judged)) + SecondsAround;
    }

    /// <summary>Images trained on in a second; null for a trainer that knows no epochs.</summary>
    public double? ImagesPerSecond(Experiment experiment) => experiment is NetworkExperiment ? 1 / measured[Kind(experiment)].AnImage : null;

    /// <summary>What decides how long an image takes.</summary>
    private static object Kind(Experiment experiment) => experiment is NetworkExperiment network
        ? (network.Architecture.Summarize().MultiplyAdds, network.Architecture.Layers.Length, network.Training.BatchSize, network.Training.Optimizer, network.Training.Augmentation)
        : experiment.Name;
}
