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
    private readonly Option<int?> epochs = NumberOption.Whole("--epochs", "Passes over the training images, at most", 1, 100_000, 10);
    private readonly Option<int?> batchSize = NumberOption.Whole("--batch-size", "Images a weight update", 1, 70_000, 128);
    private readonly Option<double?> learningRate = NumberOption.Positive("--learning-rate", "Step size of the optimiser", 100, 0.001);
    private readonly Option<int?> patience = NumberOption.Whole("--patience", "Stop early after N epochs without a better validation accuracy; 0 trains all epochs", 0, 100_000, 5);
    private readonly Option<double?> validationSplit = NumberOption.Fraction("--validation-split", "Part of the training images kept for validation", 0.2);
    private readonly Option<int?> iterations = NumberOption.Whole("--iterations", "Iterations of a linear trainer, at most", 1, 1_000_000, 100);
    private readonly Option<int?> threads = NumberOption.Whole("--threads", "Threads to train on; the outcome is the same for any number [default: all cores]", 1, 1024, 2);
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print the outcome only" };

    public static Command Create(Surroundings surroundings)
    {
        var self = new ExperimentCommand();
        var command = new Command("experiment", "Train, judge and report one experiment of the catalogue.") { self.name };
        self.data.AddTo(command);
        Option[] options =
        [
            self.results, self.seed, self.seeds, self.epochs, self.batchSize, self.learningRate, self.patience, self.validationSplit,
            self.iterations, self.threads, self.quiet,
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
        var overrides = new Overrides
        {
            Epochs = line.GetValue(epochs),
            BatchSize = line.GetValue(batchSize),
            LearningRate = line.GetValue(learningRate),
            Patience = line.GetValue(patience),
            ValidationFraction = line.GetValue(validationSplit),
            Iterations = line.GetValue(iterations),
        };
        var request = new RunRequest(overrides.ApplyTo(experiment), data.Read(line, surroundings))
        {
            Overrides = overrides,
            ResultsFolder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder),
            FirstSeed = line.GetValue(seed) ?? 1,
            Seeds = line.GetValue(seeds) ?? 1,
            Threads = line.GetValue(threads) ?? 0,
            Quiet = line.GetValue(quiet),
            CommandLine = string.Join(' ', line.Tokens.Select(token => token.Value)),
        };
        if (request.FirstSeed > LargestSeed - request.Seeds + 1)
            throw new ArgumentException($"Seeds up to {LargestSeed} were expected, but received {request.Seeds} seeds from {request.FirstSeed} on; start lower with --seed.");
        RunFolder.EnsureWritable(request.ResultsFolder);
        new ExperimentFlow(surroundings, request).Run(cancellationToken);
        return ExitCode.Success;
    }
}
