using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>compare A B</c>: which of two models is better, and whether that could be chance.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string> first = Name("A");
    private readonly Argument<string> second = Name("B");
    private readonly DataOptions data = new(mayDownload: true);
    private readonly ProtocolOptions protocol = new(defaultKind: null, defaultFolds: 10);
    private readonly FoldOptions folds = new();

    public static Command Create(Surroundings surroundings)
    {
        var self = new CompareCommand();
        var command = new Command("compare", "Say which of two models is better, and whether that could be chance.") { self.first, self.second };
        self.data.AddTo(command);
        foreach (var option in self.protocol.All.Concat(self.folds.All))
            command.Options.Add(option);
        command.SetAction((line, cancellationToken) => Task.FromResult(self.Run(line, surroundings, cancellationToken)));
        return command.WithExamples(
            ("compare cnn safaei/mlp", "on the test images, by their newest runs; what has none is trained first"),
            ("compare results/RUN results/OTHER", "two runs of your choice"),
            ("compare cnn safaei/mlp --protocol stratified --folds 10", "over the same folds; those of 'crossvalidate' are used again"));
    }

    private static Argument<string> Name(string name)
    {
        var argument = new Argument<string>(name) { HelpName = name, Description = "An experiment that 'list' shows, or a run folder" };
        argument.CompletionSources.Add(_ => ExperimentCatalogue.All.Select(experiment => new CompletionItem(experiment.Name)));
        return argument;
    }

    private int Run(ParseResult line, Surroundings surroundings, CancellationToken cancellationToken)
    {
        string[] names = [line.GetRequiredValue(first), line.GetRequiredValue(second)];
        var asked = protocol.Read(line);
        if (asked is null && folds.Shard(line) is not null)
            throw new ArgumentException("--shard means nothing without --protocol, since there are no folds to divide; add for example --protocol stratified.");
        ImmutableArray<Experiment> experiments = [.. names.Where(name => asked is not null || !ComparedRun.IsFolder(name)).Select(Find)];
        var request = folds.Read(
            line, experiments.Select(experiment => experiment.Name), experiments, data.Read(line, surroundings), asked ?? new ProtocolRequest(ProtocolKind.HoldOut, 2, 1, 0.2), protocol, surroundings);
        Check(request, asked, names);
        RunFolder.EnsureWritable(request.ResultsFolder);
        var flow = new ComparisonFlow(surroundings, request);
        if (asked is null)
            flow.OnTestImages(names, folds.SeedIsGiven(line), cancellationToken);
        else
            flow.OnFolds(cancellationToken);
        return ExitCode.Success;
    }

    private static Experiment Find(string name) => Directory.Exists(name) || Path.IsPathRooted(name)
        ? throw new ArgumentException($"The folder of a finished run, or an experiment that 'list' shows, was expected, but '{name}' holds no run.json.")
        : FoldCandidates.Single(ExperimentCatalogue.Find(name));

    private static void Check(FoldsRequest request, ProtocolRequest? asked, string[] names)
    {
        if (names[0] == names[1])
            throw new ArgumentException($"Two different models were expected, but received '{names[0]}' twice; name another.");
        if (asked is { Kind: ProtocolKind.HoldOut, Repeats: 1 })
            throw new ArgumentException("At least two folds were expected to compare by, but received one hold-out split; add --repeats 10, or leave --protocol out to compare on the test images.");
        if (asked is not null && (asked.IsWarm || asked.Kind == ProtocolKind.Nested))
            throw new ArgumentException($"A protocol whose folds are trained from scratch was expected, but received '{asked.Name}'; use for example stratified.");
        if (request.Experiments.Select(experiment => (experiment.DataSet, experiment.PooledTestFraction)).Distinct().Count() > 1)
            throw new ArgumentException($"Experiments on the same data, divided alike, were expected, but '{names[0]}' and '{names[1]}' differ in it.");
    }
}
