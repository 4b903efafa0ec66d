using System.Globalization;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>What is about to be run, with every setting that differs from its declaration, and on which data.</summary>
internal sealed class OpeningNotice(Screen screen, bool quiet)
{
    public void Show(RunRequest request)
    {
        if (quiet)
            return;
        var experiment = request.Experiment;
        screen.Console.MarkupLineInterpolated($"[bold]{experiment.Name}[/]: {experiment.Title}");
        screen.Wrapped("settings", string.Join("; ", ExperimentFacts.SettingsOf(experiment).Select(fact => $"{fact.Name} {fact.Value}")));
        screen.Wrapped("seed", request.Seeds == 1
            ? Text(request.FirstSeed)
            : $"{Text(request.FirstSeed)} to {Text(request.FirstSeed + request.Seeds - 1)}, one run each");
        var overrides = request.Overrides.Describe(ExperimentCatalogue.Find(experiment.Name)).ToArray();
        if (overrides.Length > 0)
            screen.Wrapped("overridden", string.Join("; ", overrides));
    }

    public void Show(ImageDataSet data)
    {
        if (quiet)
            return;
        screen.Wrapped("data", $"{data.Name} from {data.Source}: {Figures.Count(data.TrainCount)} training and {Figures.Count(data.TestCount)} test images, {ChecksumState.Of(data)}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
