using System.CommandLine;
using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>data describe</c>: what data is there.</summary>
internal static class DataCommand
{
    public static Command Create(Surroundings surroundings) =>
        new Command("data", "Look at the data sets.") { Describe(surroundings), DataExploreCommand.Create(surroundings) }
            .WithExamples(
                ("data describe", "where Fashion-MNIST is and what is in it"),
                ("data explore", "a page of samples, duplicates, nearest pairs and suspicious labels"));

    private static Command Describe(Surroundings surroundings)
    {
        var options = new DataOptions(mayDownload: false);
        var dataSet = DataSetArgument.Create();
        var command = new Command("describe", "Say where a data set is, whether it is the published one, and what is in it.") { dataSet };
        options.AddTo(command);
        command.SetAction((line, cancellationToken) => Task.FromResult(Run(line)));
        return command.WithExamples(
            ("data describe", "Fashion-MNIST, where it is found"),
            ("data describe mnist", "the handwritten digits"),
            ("data describe --sketch", "the built-in sketch data"));

        int Run(ParseResult line)
        {
            var choice = line.GetValue(dataSet) ?? DataSetChoice.FashionMnist;
            var display = RunDisplay.For(surroundings.Screen, quiet: false);
            var data = display.Download("looking for the data", progress =>
                DataSource.Load(new MLContext(), choice, options.Read(line, surroundings), progress, CancellationToken.None));
            DataSetView.Show(surroundings.Screen, data);
            return ExitCode.Success;
        }
    }
}
