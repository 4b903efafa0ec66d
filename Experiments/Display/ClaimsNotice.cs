using MlNetFashion.Experiments.Reproduction;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Reported figures beside ours, as a table.</summary>
internal static class ClaimsNotice
{
    public static void Show(Screen screen, IReadOnlyList<Claim> claims)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("experiment").NoWrap());
        foreach (var heading in new[] { "reported", "ours", "seeds" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        table.AddColumn("verdict");
        foreach (var claim in claims)
        {
            table.AddRow(
                new Text(claim.Experiment.Name),
                new Text(claim.Experiment.Reported is { } reported ? Figures.Percent(reported.Test) : ""),
                new Text(claim.Ours is { } ours ? Figures.Percent(ours.Mean) : ""),
                new Text(Figures.Plain(claim.Runs.Length)),
                new Text(claim.Sentence));
        }

        screen.Console.Write(table);
    }
}
