using System.Diagnostics;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Watches a training until it has gone on for a while, and ends it. Its beginning does not count: code is compiled when it is first called
/// and memory cleared when it is first touched, which a run of minutes does not notice.
/// </summary>
internal sealed class TrainingPace : IProgress<TrainingProgress>
{
    private const int MoreEpochsThanItTakes = 100_000;
    private const int StepsBefore = 2;
    private const int StepsCounted = 3;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(0.3);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource enough;
    private readonly bool counts;
    private (long Steps, TimeSpan Time)? begin;
    private (long Steps, TimeSpan Time) end;

    private TrainingPace(bool counts, CancellationTokenSource enough) => (this.counts, this.enough) = (counts, enough);

    /// <summary>Trains for a moment, so that the code for it is compiled.</summary>
    public static void WarmUp(NetworkExperiment network, ImageSet images, int threads, CancellationToken cancellationToken) =>
        Watch(network, images, threads, counts: false, cancellationToken);

    /// <summary>Seconds an image: the mean over three tenths of a second or more.</summary>
    /// <param name="network">What is trained, and how.</param>
    /// <param name="images">As many as a run has: fewer would stay in the processor's caches.</param>
    /// <param name="threads">As many as a run has.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static double Measure(NetworkExperiment network, ImageSet images, int threads, CancellationToken cancellationToken)
    {
        var pace = Watch(network, images, threads, counts: true, cancellationToken);
        var steps = pace.end.Steps - pace.begin!.Value.Steps;
        var stepsAnEpoch = Math.Ceiling((double)images.Count / network.Training.BatchSize);
        return (pace.end.Time - pace.begin.Value.Time).TotalSeconds / (steps / stepsAnEpoch * images.Count);
    }

    private static TrainingPace Watch(NetworkExperiment network, ImageSet images, int threads, bool counts, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pace = new TrainingPace(counts, enough);
        var options = new TrainingOptions
        {
            Epochs = MoreEpochsThanItTakes,
            BatchSize = network.Training.BatchSize,
            Optimizer = network.Training.Optimizer,
            Augmentation = network.Training.Augmentation,
            Threads = threads,
        };
        try
        {
            NetworkTrainer.Train(network.Architecture, images, validation: null, options, pace, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Watched for long enough.
        }

        return pace;
    }

    public void Report(TrainingProgress value)
    {
        var (steps, time) = (((value.Epoch - 1L) * value.Batches) + value.Batch, clock.Elapsed);
        if (begin is { } first)
            end = (steps, time);
        else if (steps >= StepsBefore && time >= Before)
            first = (begin = (steps, time)).Value;
        else
            return;
        if (!counts || (steps - first.Steps >= StepsCounted && time - first.Time >= Counted))
            enough.Cancel();
    }
}
