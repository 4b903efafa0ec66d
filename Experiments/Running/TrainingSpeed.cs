using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>How long a training takes, measured on a few images.</summary>
/// <param name="Fixed">Seconds that do not depend on the number of images.</param>
/// <param name="AnImage">Seconds an image and, for a network, an epoch.</param>
internal readonly record struct TrainingSpeed(double Fixed, double AnImage)
{
    private const double MultiplyAddsMeasured = 8e8;
    private const int FewestBatches = 3;
    private const int MostImages = 4096;
    private const int EpochsMeasured = 3;

    private const int FewRows = 1000;
    private const int MoreRows = 3000;
    private const int FewTrees = 3;
    private const int FewIterations = 10;

    public static TrainingSpeed Measure(Experiment experiment, ImageDataSet set, int threads, CancellationToken cancellationToken) =>
        experiment is NetworkExperiment network ? Measure(network, set.TrainImages, threads, cancellationToken) : MeasureOther(experiment, set, threads);

    public double Seconds(double images) => Fixed + AnImage * images;

    private static TrainingSpeed Measure(NetworkExperiment network, PackedImages images, int threads, CancellationToken cancellationToken)
    {
        var batch = Math.Min(network.Training.BatchSize, MostImages);
        var wanted = (int)Math.Clamp(MultiplyAddsMeasured / network.Architecture.Summarize().MultiplyAdds, Math.Min(FewestBatches * batch, MostImages), MostImages);
        var few = First(images, wanted);
        var set = ImageSet.FromBytes(few.Pixels.ToArray(), 1f / 255, Array.ConvertAll(few.Labels.ToArray(), label => (int)label), network.Architecture.Input, network.Architecture.Classes);
        var result = NetworkTrainer.Train(network.Architecture, set, validation: null, new TrainingOptions
        {
            Epochs = EpochsMeasured,
            BatchSize = network.Training.BatchSize,
            Optimizer = network.Training.Optimizer,
            Augmentation = network.Training.Augmentation,
            Threads = threads,
        }, progress: null, cancellationToken);

        // The first epoch pays for warming up.
        return new TrainingSpeed(0, result.History.Skip(1).Average(epoch => epoch.Elapsed.TotalSeconds) / few.Count);
    }

    /// <summary>Of a trainer without epochs: in proportion to its trees or iterations, and from the difference between few rows and more.</summary>
    private static TrainingSpeed MeasureOther(Experiment experiment, ImageDataSet set, int threads)
    {
        var (small, times) = experiment switch
        {
            BoostedTreesExperiment trees => ((Experiment)(trees with { Plan = trees.Plan with { Trees = Math.Min(FewTrees, trees.Plan.Trees) } }), trees.Plan.Trees / (double)Math.Min(FewTrees, trees.Plan.Trees)),
            LinearExperiment { Plan.MaximumIterations: { } most } linear => (linear with { Plan = linear.Plan with { MaximumIterations = Math.Min(FewIterations, most) } }, most / (double)Math.Min(FewIterations, most)),
            _ => (experiment, 1),
        };
        var (few, more) = (First(set.TrainImages, FewRows), First(set.TrainImages, MoreRows));
        Fit(few);
        var (fewSeconds, moreSeconds) = (Fit(few), Fit(more));
        var anImage = more.Count > few.Count ? Math.Max(0, (moreSeconds - fewSeconds) / (more.Count - few.Count)) : fewSeconds / few.Count;
        return new TrainingSpeed(times * Math.Max(0, fewSeconds - anImage * few.Count), times * anImage);

        double Fit(PackedImages images)
        {
            var mlContext = new MLContext(seed: 1);
            var clock = Stopwatch.StartNew();
            ExperimentPipeline.Create(mlContext, small, new PipelineSettings(1, threads, set.ClassNames)).Estimator.Fit(set.ToDataView(images));
            return clock.Elapsed.TotalSeconds;
        }
    }

    private static PackedImages First(PackedImages images, int count) => images.Subset([.. Enumerable.Range(0, Math.Min(count, images.Count))]);
}
