using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>augmentation</c>.</summary>
internal static class AugmentationCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 0.2);
        var command = new Command("augmentation", "Changing images of 28x28 at random, images a second and thread.") { shared.Rounds, shared.Seconds };
        command.SetAction(parsed => Run(shared.Measuring(parsed)));
        return command;
    }

    private static void Run(MeasuringOptions options)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("change");
        table.AddColumn(new TableColumn("images/s and thread") { Alignment = Justify.Right });
        table.AddColumn(new TableColumn("microseconds an image") { Alignment = Justify.Right });
        foreach (var (name, changes) in AugmentationBenchmark.Cases)
        {
            var speed = AugmentationBenchmark.Measure(changes, options.Rounds, options.Seconds);
            table.AddRow(name, Cell.Speed(speed), Cell.Text($"{1e6 / speed.Median:F2}"));
        }

        AnsiConsole.Write(table);
    }
}
