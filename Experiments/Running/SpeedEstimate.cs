using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// How long trainings take on this machine: a few of the networks are trained on a few images, and the time of the others is read between
/// them. Networks differ in their multiply-adds; how fast these go depends on whether there are convolutions and on the batch size.
/// </summary>
internal sealed class SpeedEstimate
{
    private const int MeasuredOfAKind = 3;
    private const double MultiplyAddsMeasured = 8e8;
    private const int FewestBatches = 3;
    private const int MostImages = 4096;

    /// <summary>Writing a run folder with its report and figures.</summary>
    private const double SecondsToWrite = 0.8;

    /// <summary>A trainer without epochs.</summary>
    private const double SecondsWithoutEpochs = 60;

    /// <summary>Judging goes forward only, training forward and twice backward.</summary>
    private const double JudgingShare = 1.0 / 3;

    private readonly Dictionary<Kind, List<(double Work, double Seconds)>> measured = [];

    private readonly record struct Kind(bool HasConvolutions, int BatchSize);

    /// <summary>Measures, a second or so for each kind of network.</summary>
    public static SpeedEstimate Measure(IEnumerable<PlannedRun> runs, PackedImages images, int threads, CancellationToken cancellationToken)
    {
        var estimate = new SpeedEstimate();
        foreach (var kind in runs.Select(run => run.Experiment).OfType<NetworkExperiment>().GroupBy(KindOf))
        {
            var sizes = kind.DistinctBy(network => network.Architecture.Summarize().MultiplyAdds)
                .OrderBy(network => network.Architecture.Summarize().MultiplyAdds).ToArray();
            var chosen = Enumerable.Range(0, Math.Min(MeasuredOfAKind, sizes.Length))
                .Select(i => sizes[sizes.Length <= MeasuredOfAKind ? i : i * (sizes.Length - 1) / (MeasuredOfAKind - 1)]);
            estimate.measured[kind.Key] = [.. chosen.Select(network => ((double)network.Architecture.Summarize().MultiplyAdds, SecondsAnImage(network, images, threads, cancellationToken)))];
        }

        return estimate;
    }

    /// <summary>The seconds that a run is likely to take.</summary>
    public double Seconds(PlannedRun run, int trainRows, int testRows)
    {
        if (run.Experiment is not NetworkExperiment network)
            return SecondsWithoutEpochs;
        var image = SecondsAnImage(network);
        var trained = trainRows * (1 - network.Training.ValidationFraction) * PlannedRun.ExpectedEpochs(network);
        return image * (trained + JudgingShare * (trainRows + testRows)) + SecondsToWrite;
    }

    private static Kind KindOf(NetworkExperiment network) =>
        new(network.Architecture.Layers.Any(layer => layer is Conv2D), network.Training.BatchSize);

    private static double SecondsAnImage(NetworkExperiment network, PackedImages images, int threads, CancellationToken cancellationToken)
    {
        var batch = Math.Min(network.Training.BatchSize, MostImages);
        var wanted = (int)Math.Clamp(MultiplyAddsMeasured / network.Architecture.Summarize().MultiplyAdds, Math.Min(FewestBatches * batch, MostImages), MostImages);
        var few = images.Subset([.. Enumerable.Range(0, Math.Min(wanted, images.Count))]);
        var set = ImageSet.FromBytes(few.Pixels.ToArray(), 1f / 255, Array.ConvertAll(few.Labels.ToArray(), label => (int)label), network.Architecture.Input, network.Architecture.Classes);

        // The first epoch pays for warming up; the second is the measure.
        var result = NetworkTrainer.Train(network.Architecture, set, validation: null, new TrainingOptions
        {
            Epochs = 2,
            BatchSize = network.Training.BatchSize,
            Optimizer = network.Training.Optimizer,
            Augmentation = network.Training.Augmentation,
            Threads = threads,
        }, progress: null, cancellationToken);
        return result.History[^1].Elapsed.TotalSeconds / few.Count;
    }

    /// <summary>Between two measured networks of its kind, in proportion; beyond them, in proportion to the multiply-adds.</summary>
    private double SecondsAnImage(NetworkExperiment network)
    {
        var points = measured[KindOf(network)];
        double work = network.Architecture.Summarize().MultiplyAdds;
        for (var i = 1; i < points.Count; i++)
        {
            var (low, high) = (points[i - 1], points[i]);
            if (work <= high.Work && work >= low.Work)
                return low.Seconds + (high.Seconds - low.Seconds) * (work - low.Work) / (high.Work - low.Work);
        }

        var nearest = points.MinBy(point => Math.Abs(point.Work - work));
        return nearest.Seconds * work / nearest.Work;
    }
}
