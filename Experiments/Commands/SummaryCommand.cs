using System.CommandLine;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>summary NAME</c>: an experiment's layers, settings and assumptions; with <c>--plan</c> also what runs for them.</summary>
internal static class SummaryCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var name = ExperimentName.Argument();
        var plan = new Option<bool>("--plan") { Description = "Also show what runs for the layers on this machine: stages, what is fused, memory." };
        var command = new Command("summary", "Show an experiment's layers (output shapes, parameters) and settings.") { name, plan };
        command.SetAction(line =>
        {
            var experiment = ExperimentCatalogue.Find(line.GetRequiredValue(name));
            var view = line.GetValue(plan) ? PlanView.Of(experiment) : null;
            ExperimentSummary.Show(surroundings.Screen, experiment);
            view?.Show(surroundings.Screen);
        });
        return command.WithExamples(("summary cnn", "the layer table of the main network"), ("summary --plan cnn", "and the kernels its layers are fused into"));
    }
}
