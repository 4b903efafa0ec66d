using System.CommandLine;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>data describe</c>: where a data set is and what is in it, on screen and, with pictures, on a page.</summary>
internal static class DataDescribeCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new DataOptions(mayDownload: false);
        var dataSet = DataSetArgument.Create();
        var results = new Option<string?>("--results") { Description = "Folder for the page, in a folder of its own [default: results/ of the repository]", HelpName = "DIR" };
        var command = new Command("describe", "Say where a data set is, whether it is the published one, and what is in it; with pictures on a page.") { dataSet };
        options.AddTo(command);
        command.Options.Add(results);
        command.SetAction((line, cancellationToken) => Task.FromResult(Run(line, cancellationToken)));
        return command.WithExamples(
            ("data describe", "Fashion-MNIST, where it is found"),
            ("data describe mnist", "the handwritten digits"),
            ("data describe --sketch", "the built-in sketch data"));

        int Run(ParseResult line, CancellationToken cancellationToken)
        {
            var choice = line.GetValue(dataSet) ?? DataSetChoice.FashionMnist;
            var folder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder);
            RunFolder.EnsureWritable(folder);
            var screen = surroundings.Screen;
            var set = RunDisplay.For(screen, quiet: false).Download("looking for the data", progress =>
                DataSource.Load(new MLContext(), choice, options.Read(line, surroundings), progress, cancellationToken));
            var description = new DataDescription(DataParts.ToExplore(set));
            DataSetView.Show(screen, set, description);
            cancellationToken.ThrowIfCancellationRequested();
            screen.Wrapped("page", description.Write(DataParts.FolderOf(folder, set, choice)));
            SketchWarning.Show(screen, set);
            return ExitCode.Success;
        }
    }
}
