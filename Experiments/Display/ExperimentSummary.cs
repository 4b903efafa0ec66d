using System.Globalization;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>An experiment in full: its layer table as Keras prints it, its settings, its report's figures and what was assumed.</summary>
internal static class ExperimentSummary
{
    public static void Show(Screen screen, Experiment experiment)
    {
        screen.Console.MarkupLineInterpolated($"[bold]{experiment.Name}[/]: {experiment.Title}");
        if (experiment is NetworkExperiment network)
            ShowLayers(screen, network.Architecture.Summarize());

        screen.Line();
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (name, value) in ExperimentFacts.Of(experiment))
            facts.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        screen.Console.Write(facts);
    }

    private static void ShowLayers(Screen screen, NetworkSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn("Layer (type)");
        table.AddColumn("Output shape");
        table.AddColumn(new TableColumn("Param #").RightAligned());
        foreach (var layer in summary.Layers)
            table.AddRow(new Text($"{layer.Name} ({layer.Type})"), new Text(layer.OutputShape), new Text(Figures.Count(layer.Parameters)));
        screen.Console.Write(table);
        screen.Line($"Total params: {Figures.Count(summary.TotalParameters)}");
        screen.Line($"Trainable params: {Figures.Count(summary.TrainableParameters)}");
        screen.Line($"Non-trainable params: {Figures.Count(summary.NonTrainableParameters)}");
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Multiply-adds an image: {summary.MultiplyAdds:N0}"));
    }
}
