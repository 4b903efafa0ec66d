using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>What the parts of a report are written from: the finished runs, and the data.</summary>
/// <param name="runs">Finds runs and data.</param>
/// <param name="request">What was asked for.</param>
internal sealed class ReportContext(RunSet runs, ReproductionRequest request)
{
    private readonly RunLedger ledger = RunLedger.Read(request.ResultsFolder);

    /// <summary>Whether figures may be held against reported ones.</summary>
    public bool IsComparable => !request.IsQuick && !FashionMnist.IsSketch;

    /// <summary>What stands across the top of a page whose figures are not the report's; null otherwise.</summary>
    public string? Warning =>
        FashionMnist.IsSketch ? "SKETCH DATA, NOT FASHION-MNIST: these figures say nothing about the report's."
        : request.IsQuick ? "A QUICK LOOK: few images, few epochs, one seed. These figures are not the report's."
        : null;

    public ImageDataSet FashionMnist => runs.Set(DataSetChoice.FashionMnist);

    /// <summary>The data set of an experiment.</summary>
    public ImageDataSet DataOf(Experiment experiment) => runs.Set(experiment.DataSet);

    /// <summary>The finished runs of a training, by seed.</summary>
    public ImmutableArray<RunRecord> RunsOf(Experiment training) =>
    [
        .. Enumerable.Range(request.FirstSeed, Math.Min(request.Seeds, training.SeedsAtMost))
            .Select(seed => runs.Find(new PlannedRun(training, seed, ""), ledger)).OfType<RunRecord>(),
    ];

    /// <summary>The first seed's run of a training, or null.</summary>
    public RunRecord? FirstRunOf(Experiment training) => RunsOf(training) is [var first, ..] ? first : null;

    /// <summary>The trainings of a report whose runs were done under another's name, a sentence each.</summary>
    public ImmutableArray<string> SharedRuns(Report report) =>
    [
        .. from training in report.Experiments.SelectMany(ExperimentCatalogue.TrainingsOf)
           from run in RunsOf(training)
           where run.Experiment != training.Name
           select FormattableString.Invariant($"{training.Name}, seed {run.Seed}, is the run of {run.Experiment} in {run.Name}"),
    ];

    public Claim ClaimOf(Experiment experiment) => new(experiment, experiment switch
    {
        GridExperiment grid => BestPoint(grid),
        CompositeExperiment composite => RunsOf(composite.Members[^1]),
        _ => RunsOf(experiment),
    }, IsComparable);

    /// <summary>What stands beneath a figure of a run.</summary>
    public FigureCaption Caption(RunRecord run) =>
        new(FormattableString.Invariant($"{run.Experiment} · {run.DataSet.Name} · {run.DataSet.TestRows:N0} test rows · seed {run.Seed}"), run.DataSet.ShortWarning);

    /// <summary>What stands beneath a figure of the data alone.</summary>
    public FigureCaption CaptionOf(ImageDataSet data) => new(data.Name, data.IsSketch ? "SKETCH DATA, NOT FASHION-MNIST" : null);

    /// <summary>The images that judged a run.</summary>
    public PackedImages TestImagesOf(Experiment experiment, int seed) => RunData.Of(DataOf(experiment), experiment, seed, request.Rows).TestImages;

    private ImmutableArray<RunRecord> BestPoint(GridExperiment grid) =>
        grid.Members.Select(RunsOf).Where(point => !point.IsEmpty).OrderByDescending(point => point[0].Accuracy).FirstOrDefault([]);
}
