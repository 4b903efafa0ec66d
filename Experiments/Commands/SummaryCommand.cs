using System.CommandLine;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>summary NAME</c>: an experiment's layers, settings and assumptions.</summary>
internal static class SummaryCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var name = ExperimentName.Argument();
        var command = new Command("summary", "Show an experiment's layers (output shapes, parameters) and settings.") { name };
        command.SetAction(line => ExperimentSummary.Show(surroundings.Screen, ExperimentCatalogue.Find(line.GetRequiredValue(name))));
        return command.WithExamples(("summary cnn", "the layer table of the main network"));
    }
}
