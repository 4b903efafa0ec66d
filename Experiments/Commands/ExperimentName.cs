using System.CommandLine;
using System.CommandLine.Completions;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The argument that names an experiment, with completions from the catalogue.</summary>
internal static class ExperimentName
{
    public static Argument<string> Argument()
    {
        var argument = new Argument<string>("NAME") { HelpName = "NAME", Description = "An experiment that 'list' shows, for example cnn or safaei/cnn_1" };
        argument.CompletionSources.Add(_ => ExperimentCatalogue.All.Select(experiment => new CompletionItem(experiment.Name)));
        return argument;
    }
}
