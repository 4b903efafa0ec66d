using System.CommandLine;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>list</c>: the catalogue as a table.</summary>
internal static class ListCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("list", "Show every experiment of the catalogue.");
        command.SetAction(_ => CatalogueTable.Show(surroundings.Screen, ExperimentCatalogue.All));
        return command.WithExamples(("list", "names, models, reported accuracies and costs"));
    }
}
