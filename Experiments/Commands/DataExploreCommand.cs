using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>data explore</c>: a page with pictures about a data set.</summary>
internal static class DataExploreCommand
{
    private const string DefaultModel = "safaei/mlp";
    private const string NoModel = "none";

    public static Command Create(Surroundings surroundings)
    {
        var options = new DataOptions(mayDownload: true);
        var dataSet = DataSetArgument.Create();
        var model = new Option<string?>("--labels")
        {
            Description = $"The experiment that suspects labels, cross-validated on 3 folds that are kept; '{NoModel}' suspects none [default: {DefaultModel}, 5 epochs]",
            HelpName = "NAME",
        };
        var image = NumberOption.Whole("--image", "The training image shown in numbers and segments [default: 0]", 0, 1_000_000, 220);
        var results = new Option<string?>("--results") { Description = "Folder for the page, in a folder of its own [default: results/ of the repository]", HelpName = "DIR" };
        var quiet = new Option<bool>("--quiet") { Description = "Print where the page is only" };
        var command = new Command("explore", "Put a data set on a page: classes, pixels, samples, duplicates, nearest pairs, suspicious labels.") { dataSet };
        options.AddTo(command);
        foreach (var option in new Option[] { model, image, results, quiet })
            command.Options.Add(option);
        command.SetAction((line, cancellationToken) => Task.FromResult(Run(line, cancellationToken)));
        return command.WithExamples(
            ("data explore", "Fashion-MNIST; takes some minutes"),
            ("data explore --labels cnn", "labels suspected by the main network: better, and slower"),
            ("data explore mnist --labels none", "the handwritten digits, without suspicions"));

        int Run(ParseResult line, CancellationToken cancellationToken)
        {
            var name = line.GetValue(model) ?? DefaultModel;
            var request = new ExplorationRequest(
                line.GetValue(dataSet) ?? DataSetChoice.FashionMnist, options.Read(line, surroundings),
                name == NoModel ? null : ExplorationRequest.Suspecting(ExperimentCatalogue.Find(name), isDefault: line.GetValue(model) is null))
            {
                ResultsFolder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder),
                Picture = line.GetValue(image) ?? 0,
                Quiet = line.GetValue(quiet),
            };
            RunFolder.EnsureWritable(request.ResultsFolder);
            new ExplorationFlow(surroundings.Screen, request).Run(cancellationToken);
            return ExitCode.Success;
        }
    }
}
