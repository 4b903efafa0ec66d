using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>The catalogue as a table.</summary>
internal static class CatalogueTable
{
    public static void Show(Screen screen, ImmutableArray<Experiment> experiments)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("experiment").NoWrap());
        table.AddColumn("model");
        table.AddColumn(new TableColumn("reported").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("cost").NoWrap());
        foreach (var experiment in experiments)
        {
            table.AddRow(
                new Text(experiment.Name, new Style(decoration: Decoration.Bold)),
                new Text(experiment.Title),
                new Text(experiment.Reported is { } figures ? Figures.Percent(figures.Test) : ""),
                new Text(NominalCost.Of(experiment), new Style(Color.Grey)));
        }

        screen.Console.Write(table);
        screen.Console.WriteLine("'reported' is the test accuracy its author printed; 'summary NAME' shows the layers, 'experiment NAME' runs it. 'cost' is for one seed on two AVX-512 cores.");
    }
}
