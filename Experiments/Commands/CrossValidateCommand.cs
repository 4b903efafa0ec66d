using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>crossvalidate NAME</c>: trains and judges an experiment over the folds of a protocol.</summary>
internal sealed class CrossValidateCommand
{
    private readonly Argument<string[]> names = new("NAME")
    {
        HelpName = "NAME",
        Description = "An experiment that 'list' shows; several, or a grid, to choose among, with --protocol nested",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly DataOptions data = new(mayDownload: true);
    private readonly ProtocolOptions protocol = new(ProtocolKind.Stratified, defaultFolds: 5);
    private readonly FoldOptions folds = new();

    public static Command Create(Surroundings surroundings)
    {
        var self = new CrossValidateCommand();
        self.names.CompletionSources.Add(_ => ExperimentCatalogue.All.Select(experiment => new CompletionItem(experiment.Name)));
        var command = new Command("crossvalidate", "Train and judge an experiment over folds of the training images.") { self.names };
        self.data.AddTo(command);
        foreach (var option in self.protocol.All.Concat(self.folds.All))
            command.Options.Add(option);
        command.SetAction((line, cancellationToken) => Task.FromResult(self.Run(line, surroundings, cancellationToken)));
        return command.WithExamples(
            ("crossvalidate cnn", "5 stratified folds"),
            ("crossvalidate lbfgs --protocol shuffled --repeats 3", "15 trainings"),
            ("crossvalidate safaei/cnn_1 --protocol warm --folds 10", "folds that start warm, beside their clean twin"),
            ("crossvalidate safaei/mlp-grid --protocol nested --parallel 2", "what choosing the best of a grid is worth"),
            ("crossvalidate cnn --folds 10 --shard 1/4", "one of four parts, which share a results folder"));
    }

    private int Run(ParseResult line, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var asked = protocol.Read(line)!;
        var found = line.GetRequiredValue(names).Select(ExperimentCatalogue.Find).ToList();
        ImmutableArray<Experiment> experiments = asked.Kind == ProtocolKind.Nested ? [.. found.SelectMany(experiment => FoldCandidates.Of(experiment))] : [.. found.Select(FoldCandidates.Single)];
        var request = folds.Read(line, found.Select(experiment => experiment.Name), experiments, data.Read(line, surroundings), asked, protocol, surroundings);
        Check(request);
        RunFolder.EnsureWritable(request.ResultsFolder);
        new CrossValidationFlow(surroundings, request).Run(cancellationToken);
        return ExitCode.Success;
    }

    private static void Check(FoldsRequest request)
    {
        var isNested = request.Protocol.Kind == ProtocolKind.Nested;
        if (isNested && request.Experiments.Length < 2)
            throw new ArgumentException($"At least two NAMEs were expected with --protocol nested, but received '{request.Experiments[0].Name}' alone; add what else there is to choose from.");
        if (!isNested && request.Experiments.Length > 1)
            throw new ArgumentException($"One NAME was expected, but received {request.Experiments.Length}; choose among them with --protocol nested, or hold two against each other with 'compare'.");
        if (request.Experiments.Select(experiment => (experiment.DataSet, experiment.PooledTestFraction)).Distinct().Count() > 1)
            throw new ArgumentException("Experiments on the same data, divided alike, were expected, but those given differ in it.");
        if (request.Protocol.IsWarm && request.Experiments[0] is not NetworkExperiment)
            throw new ArgumentException($"A network was expected with --protocol {request.Protocol.Name}, but '{request.Experiments[0].Name}' has no weights to start from.");
    }
}
