using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>How long a training takes, measured on a few images.</summary>
/// <param name="Fixed">Seconds that do not depend on the number of images.</param>
/// <param name="AnImage">Seconds an image and, for a network, an epoch.</param>
internal readonly record struct TrainingSpeed(double Fixed, double AnImage)
{
    private const int FewRows = 1000;
    private const int MoreRows = 20_000;
    private const int FewSteps = 2;
    private const int MoreSteps = 6;

    public double Seconds(double images) => Fixed + AnImage * images;

    /// <summary>
    /// Of a trainer without epochs: what it does once (trees sort their features) and what each tree or iteration takes, both from the
    /// difference between few rows and so many that they fit no cache.
    /// </summary>
    public static TrainingSpeed Measure(Experiment experiment, ImageDataSet set, int rows, int threads)
    {
        var (few, more) = (First(set.TrainImages, Math.Min(FewRows, rows)), First(set.TrainImages, Math.Min(MoreRows, rows)));
        Fit(experiment, MoreSteps, few);
        var (fewSeconds, moreSeconds) = (Whole(few), Whole(more));
        var anImage = more.Count > few.Count ? Math.Max(0, (moreSeconds - fewSeconds) / (more.Count - few.Count)) : fewSeconds / few.Count;
        return new TrainingSpeed(Math.Max(0, fewSeconds - anImage * few.Count), anImage);

        double Whole(PackedImages images)
        {
            if (Steps(experiment) is not { } steps)
                return Fit(experiment, null, images);
            var (brief, lengthy) = (Fit(experiment, FewSteps, images), Fit(experiment, MoreSteps, images));
            var step = Math.Max(0, (lengthy - brief) / (MoreSteps - FewSteps));
            return Math.Max(0, brief - FewSteps * step) + steps * step;
        }

        double Fit(Experiment whole, int? steps, PackedImages images)
        {
            var mlContext = new MLContext(seed: 1);
            var clock = Stopwatch.StartNew();
            ExperimentPipeline.Create(mlContext, With(whole, steps), new PipelineSettings(1, threads, set.ClassNames)).Estimator.Fit(set.ToDataView(images));
            return clock.Elapsed.TotalSeconds;
        }
    }

    /// <summary>Trees or iterations; null for as many as it takes.</summary>
    private static int? Steps(Experiment experiment) => experiment switch
    {
        BoostedTreesExperiment trees => trees.Plan.Trees,
        LinearExperiment linear => linear.Plan.MaximumIterations,
        _ => null,
    };

    private static Experiment With(Experiment experiment, int? steps) => (experiment, steps) switch
    {
        (BoostedTreesExperiment trees, { } count) => trees with { Plan = trees.Plan with { Trees = count } },
        (LinearExperiment linear, { } count) when linear.Plan.MaximumIterations is not null => linear with { Plan = linear.Plan with { MaximumIterations = count } },
        _ => experiment,
    };

    private static PackedImages First(PackedImages images, int count) => images.Subset([.. Enumerable.Range(0, Math.Min(count, images.Count))]);
}
