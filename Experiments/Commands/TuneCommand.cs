using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Experiments.Tuning;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>tune NAME</c>: searches for better settings on the training images alone.</summary>
internal sealed class TuneCommand
{
    private readonly Argument<string> name = ExperimentName.Argument();
    private readonly DataOptions data = new(mayDownload: true);
    private readonly Option<string?> grid = new("--grid")
    {
        Description = $"JSON file with values for {string.Join(", ", TuningSettings.Names)}, or ranges to draw from",
        HelpName = "FILE",
    };

    private readonly Option<int?> random = NumberOption.Whole("--random", "Try N points at random, of the file or of learning rate, batch size, dropout", 1, 100_000, 20);
    private readonly Option<int?> folds = NumberOption.Whole("--folds", "Judge by cross-validation over K folds [default: the experiment's validation split]", 2, 1000, 5);
    private readonly Option<bool> halving = new("--halving") { Description = "Try all for a few epochs, the best third for three times as many, and so on" };
    private readonly Option<int?> epochs = NumberOption.Whole("--epochs", "Passes over the training images, at most", 1, 100_000, 10);
    private readonly Option<int?> seed = NumberOption.Whole("--seed", "Decides the points drawn, the split and the training [default: 1]", 0, int.MaxValue, 7);
    private readonly Option<Shard?> shard = ShardOption.Create();
    private readonly CoreOptions cores = new("points");
    private readonly Option<string?> results = new("--results")
    {
        Description = "Folder for the search's folder [default: results/ of the repository]",
        HelpName = "DIR",
    };

    public static Command Create(Surroundings surroundings)
    {
        var self = new TuneCommand();
        var command = new Command("tune", "Search for better settings of a network, judged on training images held back.") { self.name };
        Option[] options = [self.grid, self.random, self.folds, self.halving, self.epochs, self.seed, self.shard, .. self.cores.All, self.results];
        foreach (var option in options)
            command.Options.Add(option);
        self.data.AddTo(command);
        command.SetAction((line, cancellationToken) => Task.FromResult(self.Run(line, surroundings, cancellationToken)));
        return command.WithExamples(
            ("tune cnn --random 20 --halving", "learning rate, batch size, dropout; hopeless points early out"),
            ("tune kh/cnn-best --grid grid.json --folds 3", "every combination, cross-validated"),
            ("tune cnn --grid grid.json --shard 1/4", "one of four parts, which share a folder"));
    }

    private int Run(ParseResult line, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (ExperimentCatalogue.Find(line.GetRequiredValue(name)) is not NetworkExperiment { StartsFrom: null } experiment)
            throw new ArgumentException($"'tune' expects an experiment that trains one network, but received '{line.GetRequiredValue(name)}'; 'list' shows which there are.");
        if (line.GetValue(epochs) is { } most)
            experiment = experiment with { Training = experiment.Training with { Epochs = most } };
        if (line.GetValue(grid) is null && line.GetValue(random) is null)
            throw new ArgumentException("'tune' expects --grid FILE, --random N or both, but received neither; give for example --random 20.");
        if (line.GetValue(halving) && line.GetValue(shard) is not null)
            throw new ArgumentException("--halving compares all points with each other after each round, so it cannot be divided; leave out --halving or --shard.");
        var space = line.GetValue(grid) is { } file ? TuningSpace.Read(file) : TuningSpace.For(experiment);
        var firstSeed = line.GetValue(seed) ?? 1;
        var points = line.GetValue(random) is { } count ? space.Draw(experiment, count, firstSeed) : space.All(experiment);
        var request = new TuningRequest(experiment, [.. points], data.Read(line, surroundings))
        {
            ResultsFolder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder),
            Seed = firstSeed,
            Folds = line.GetValue(folds),
            Halves = line.GetValue(halving),
            Parallel = cores.Parallel(line),
            Threads = cores.Threads(line),
            Shard = line.GetValue(shard) ?? Shard.Whole,
        };
        RunFolder.EnsureWritable(request.ResultsFolder);
        new Tuning.Tuning(surroundings, request).Run(cancellationToken);
        return ExitCode.Success;
    }
}
