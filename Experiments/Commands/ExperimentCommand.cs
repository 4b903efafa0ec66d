using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>experiment NAME</c>: trains, judges and reports one entry of the catalogue.</summary>
internal sealed class ExperimentCommand
{
    private const int LargestSeed = int.MaxValue;
    private readonly Argument<string> name = ExperimentName.Argument();
    private readonly DataOptions data = new(mayDownload: true);
    private readonly Option<string?> results = new("--results")
    {
        Description = "Folder for the run folders [default: results/ of the repository]",
        HelpName = "DIR",
    };

    private readonly Option<int?> seed = NumberOption.Whole("--seed", "Decides initial weights, order of images and dropout [default: 1]", 0, LargestSeed, 7);
    private readonly Option<int?> seeds = NumberOption.Whole("--seeds", "Run with N seeds, --seed and those after it; gives mean and spread", 1, 1000, 3);
    private readonly Option<Shard?> shard = ShardOption.Create();
    private readonly OverrideOptions overriding = new();
    private readonly Option<int?> threads = NumberOption.Whole("--threads", "Threads to train on; the outcome is the same for any number [default: all cores]", 1, 1024, 2);
    private readonly Option<bool> temperature = new("--temperature") { Description = "Calibrate a network or maximum-entropy model on its validation images (of the latter a fifth of the training images, or --validation-split); the saved model has it" };
    private readonly Option<bool> testCurve = new("--test-curve") { Description = "Measure the test images after every epoch too, for the learning curves" };
    private readonly Option<bool> tensorBoard = new("--tensorboard") { Description = "Write event files that TensorBoard reads into the run folder" };
    private readonly Option<string?> mlflow = new("--mlflow") { Description = "Write the run into this MLflow file store as well", HelpName = "DIR" };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print the outcome only" };

    public static Command Create(Surroundings surroundings)
    {
        var self = new ExperimentCommand();
        var command = new Command("experiment", "Train, judge and report one experiment of the catalogue.") { self.name };
        self.data.AddTo(command);
        Option[] options =
        [
            self.results, self.seed, self.seeds, self.shard, .. self.overriding.All, self.threads, self.temperature, self.testCurve, self.tensorBoard, self.mlflow,
            self.quiet,
        ];
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction((line, cancellationToken) => Task.FromResult(self.Run(line, surroundings, cancellationToken)));
        return command.WithExamples(
            ("experiment cnn", "the main network on Fashion-MNIST, found or downloaded"),
            ("experiment cnn --epochs 3 --seed 7", "a short look"),
            ("experiment safaei/cnn_1 --seeds 3", "mean and spread over three seeds"),
            ("experiment lbfgs --sketch", "a linear baseline on the built-in sketch data"));
    }

    private int Run(ParseResult line, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var experiment = ExperimentCatalogue.Find(line.GetRequiredValue(name));
        var overrides = overriding.Read(line) with { Temperature = line.GetValue(temperature) };
        var request = new RunRequest(overrides.ApplyTo(experiment), data.Read(line, surroundings))
        {
            Overrides = overrides,
            ResultsFolder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder),
            FirstSeed = line.GetValue(seed) ?? 1,
            Seeds = line.GetValue(seeds) ?? 1,
            Threads = line.GetValue(threads) ?? 0,
            Quiet = line.GetValue(quiet),
            Temperature = line.GetValue(temperature),
            TestCurve = line.GetValue(testCurve),
            TensorBoard = line.GetValue(tensorBoard),
            MlflowStore = line.GetValue(mlflow) is { } store ? Path.GetFullPath(store) : null,
            CommandLine = string.Join(' ', line.Tokens.Select(token => token.Value)),
        };
        if (request.FirstSeed > LargestSeed - request.Seeds + 1)
            throw new ArgumentException($"Seeds up to {LargestSeed} were expected, but received {request.Seeds} seeds from {request.FirstSeed} on; start lower with --seed.");
        Check(request);
        if (request.Experiment is CompositeExperiment || line.GetValue(shard) is not null)
            new CompositeFlow(surroundings, request, line.GetValue(shard) ?? Shard.Whole).Run(cancellationToken);
        else
            new ExperimentFlow(surroundings, request).Run(cancellationToken);
        return ExitCode.Success;
    }

    private static void Check(RunRequest request)
    {
        if (request.Experiment is NetworkExperiment { StartsFrom: { } start })
            throw new ArgumentException($"'{request.Experiment.Name}' begins with the weights of '{start}'; run the experiment that holds them all, which goes through its folds in order.");
        var trainings = ExperimentCatalogue.TrainingsOf(request.Experiment).ToList();
        if (request.TestCurve && trainings.Exists(training => training is not NetworkExperiment))
            throw new ArgumentException($"--test-curve means nothing to '{request.Experiment.Name}', which is not trained in epochs.");
        if (request.Temperature && trainings.Exists(training => training is not (NetworkExperiment or LinearExperiment)))
            throw new ArgumentException($"--temperature divides the logits of a soft-max, but '{request.Experiment.Name}' has none: it scores each class against all others apart; choose a network, lbfgs or sdca.");
        if (request.Temperature && trainings.Exists(training => training is NetworkExperiment { Training.ValidationFraction: 0, Fold: not { Use: FoldUse.Validates } } or LinearExperiment { Plan.ValidationFraction: 0 }))
            throw new ArgumentException("--temperature expects validation images to be chosen by, but received a validation split of 0; give for example --validation-split 0.1.");
        RunFolder.EnsureWritable(request.ResultsFolder);
        if (request.MlflowStore is { } store)
            RunFolder.EnsureWritable(store);
    }
}
