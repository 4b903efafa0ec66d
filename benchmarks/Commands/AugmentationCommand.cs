using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>augmentation</c>.</summary>
internal static class AugmentationCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Times each change is measured.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "Time of a round.", DefaultValueFactory = _ => 0.2 };
        var command = new Command("augmentation", "Changing images of 28x28 at random, images a second and thread.") { rounds, seconds };
        command.SetAction(parsed => Run(CommonOptions.Rounds(parsed.GetValue(rounds)), CommonOptions.Seconds(parsed.GetValue(seconds))));
        return command;
    }

    private static void Run(int rounds, double seconds)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("change");
        table.AddColumn(new TableColumn("images/s and thread") { Alignment = Justify.Right });
        table.AddColumn(new TableColumn("microseconds an image") { Alignment = Justify.Right });
        foreach (var (name, changes) in AugmentationBenchmark.Cases)
        {
            var speed = AugmentationBenchmark.Measure(changes, rounds, seconds);
            table.AddRow(name, FormattableString.Invariant($"{speed.Median:N0} ({speed.Lowest:N0}..{speed.Highest:N0})"), FormattableString.Invariant($"{1e6 / speed.Median:F2}"));
        }

        AnsiConsole.Write(table);
    }
}
