using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>reproduce REPORT</c>: everything of a report, and a page with its figures beside ours.</summary>
internal sealed class ReproduceCommand
{
    private const string QuickFolder = "quick";
    private static readonly RowLimit QuickRows = new(1000, 500);

    private readonly Argument<string> report = new("REPORT")
    {
        HelpName = "REPORT",
        Description = "safaei, kh, dalvi, cloudxlab, fitch, or all",
    };

    private readonly DataOptions data = new(mayDownload: true);
    private readonly Option<string?> results = new("--results")
    {
        Description = "Folder for the run folders and pages [default: results/ of the repository]",
        HelpName = "DIR",
    };

    private readonly Option<int?> seed = NumberOption.Whole("--seed", "The first seed [default: 1]", 0, int.MaxValue - 1000, 7);
    private readonly Option<int?> seeds = NumberOption.Whole("--seeds", "Seeds of each experiment, 1 for grids whatever is given [default: 3]", 1, 1000, 3);
    private readonly Option<string?> only = new("--only") { Description = "One experiment of the report alone", HelpName = "NAME" };
    private readonly Option<bool> quick = new("--quick") { Description = "A look in minutes: few images, few epochs, few points of each grid, one seed" };
    private readonly Option<Shard?> shard = ShardOption.Create();
    private readonly Option<bool> estimate = new("--estimate") { Description = "Tell what it would take, experiment by experiment, and run nothing" };
    private readonly CoreOptions cores = new("runs");

    public static Command Create(Surroundings surroundings)
    {
        var self = new ReproduceCommand();
        self.report.CompletionSources.Add(_ => ReportCatalogue.All.Select(known => new System.CommandLine.Completions.CompletionItem(known.Name)));
        var command = new Command("reproduce", "Repeat a report: run everything in it, and put its figures beside ours on a page.") { self.report };
        self.data.AddTo(command);
        Option[] options = [self.results, self.seed, self.seeds, self.only, self.quick, self.estimate, self.shard, .. self.cores.All];
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction((line, cancellationToken) => Task.FromResult(self.Run(line, surroundings, cancellationToken)));
        return command.WithExamples(
            ("reproduce fitch", "one report; stopped, it goes on where it was"),
            ("reproduce safaei --only safaei/cnn_1", "one experiment of it, with its verdict"),
            ("reproduce all --quick", "how everything works, in minutes"),
            ("reproduce all --estimate", "how long that takes on this machine"),
            ("reproduce all --shard 2/8", "the second of eight parts, for a job of an array"));
    }

    private int Run(ParseResult line, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var isQuick = line.GetValue(quick);
        if (isQuick && line.GetValue(seeds) is not null)
            throw new ArgumentException("--quick takes one seed; leave --seeds out, or leave --quick out.");
        var reports = ReportCatalogue.Find(line.GetRequiredValue(report));
        var folder = line.GetValue(results) ?? surroundings.Workplace.ResultsFolder;
        var request = new ReproductionRequest(reports, data.Read(line, surroundings))
        {
            ResultsFolder = Path.GetFullPath(isQuick ? Path.Combine(folder, QuickFolder) : folder),
            FirstSeed = line.GetValue(seed) ?? 1,
            Seeds = isQuick ? 1 : line.GetValue(seeds) ?? 3,
            Only = line.GetValue(only) is { } name ? Belonging(name, reports) : null,
            IsQuick = isQuick,
            EstimateOnly = line.GetValue(estimate),
            Rows = isQuick ? QuickRows : null,
            Parallel = cores.Parallel(line),
            Threads = cores.Threads(line),
            Shard = line.GetValue(shard) ?? Shard.Whole,
        };
        RunFolder.EnsureWritable(request.ResultsFolder);
        new Reproduction.Reproduction(surroundings, request).Run(cancellationToken);
        return ExitCode.Success;
    }

    private static Experiment Belonging(string name, IEnumerable<Report> reports)
    {
        var experiment = ExperimentCatalogue.Find(name);
        var known = reports.SelectMany(report => report.Experiments).SelectMany(whole => ExperimentCatalogue.TrainingsOf(whole).Prepend(whole));
        if (!known.Contains(experiment))
            throw new ArgumentException($"--only expects an experiment of the report, but received '{experiment.Name}', which is none of it; 'list' shows which are.");
        if (experiment is NetworkExperiment { StartsFrom: { } start })
            throw new ArgumentException($"'{experiment.Name}' begins with the weights of '{start}'; give the experiment that holds them all.");
        return experiment;
    }
}
