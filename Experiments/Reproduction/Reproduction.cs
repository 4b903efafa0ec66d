using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>One <c>reproduce</c> command: the runs that are missing, then a page for each report and one over all of them.</summary>
internal sealed class Reproduction(Surroundings surroundings, ReproductionRequest request)
{
    private const int QuickEpochs = 2;
    private const int QuickIterations = 5;
    private const int QuickPoints = 4;

    public void Run(CancellationToken cancellationToken)
    {
        var screen = surroundings.Screen;
        var set = new RunSet(surroundings, new RunSetRequest(request.Data)
        {
            ResultsFolder = request.ResultsFolder,
            Parallel = request.Parallel,
            Threads = request.Threads,
            Rows = request.Rows,
            OverridesFor = experiment => request.IsQuick ? Quick(experiment) : new Overrides(),
            Shard = request.Shard,
        });
        var data = set.Set(DataSetChoice.FashionMnist);
        new OpeningNotice(screen, quiet: false).Show(data);
        SketchWarning.Show(screen, data);
        if (request.EstimateOnly)
        {
            set.Estimate(Plan(), cancellationToken);
            return;
        }

        set.Run(Plan(), cancellationToken);

        var context = new ReportContext(set, request);
        foreach (var report in request.Reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            screen.Wrapped(report.Name, PageOf(report, context).Write(request.PagesFolder));
        }

        var summary = ReproductionSummary.Of(ReportCatalogue.All, context);
        var asked = request.Only is { } only ? [only] : request.Reports.SelectMany(report => report.Experiments);
        ClaimsNotice.Show(screen, [.. asked.Select(context.ClaimOf)]);
        screen.Wrapped("all claims", summary.Write(request.PagesFolder));
        SketchWarning.Show(screen, data);
    }

    /// <summary>The runs of all reports asked for, cheap questions first within a report as it asks them.</summary>
    internal IReadOnlyList<PlannedRun> Plan() =>
    [
        .. PlannedRun.Of(request.Reports.SelectMany(report => report.Experiments).SelectMany(Asked), request.FirstSeed, request.Seeds).Distinct(),
    ];

    private IEnumerable<Experiment> Asked(Experiment experiment)
    {
        if (request.Only is { } only && experiment is CompositeExperiment whole && whole.Members.Contains(only))
            return [only];
        if (!IsAsked(experiment))
            return [];
        return request.IsQuick && experiment is GridExperiment grid ? [grid with { Members = Few(grid) }] : [experiment];
    }

    private bool IsAsked(Experiment experiment) => request.Only is null || request.Only == experiment;

    /// <summary>A few points from one end of the grid to the other.</summary>
    private static System.Collections.Immutable.ImmutableArray<NetworkExperiment> Few(GridExperiment grid)
    {
        var points = grid.Points.ToArray();
        return [.. Enumerable.Range(0, Math.Min(QuickPoints, points.Length)).SelectMany(i => points[i * (points.Length - 1) / (QuickPoints - 1)])];
    }

    private static Overrides Quick(Experiment experiment) => experiment is NetworkExperiment network
        ? new Overrides { Epochs = Math.Min(QuickEpochs, network.Training.Epochs) }
        : new Overrides { Iterations = QuickIterations };

    private static ResultPage PageOf(Report report, ReportContext context)
    {
        var page = new ResultPage(report.Name, report.Title, "What the report says, and what the same comes to here.", context.Warning);
        foreach (var part in report.Parts)
            part.Write(page, context);
        var shared = context.SharedRuns(report);
        if (!shared.IsEmpty)
        {
            page.Section("Shared runs");
            page.Text($"Trainings that are declared alike come to the same, so one run answers for both names: {string.Join("; ", shared)}.");
        }

        return page;
    }
}
