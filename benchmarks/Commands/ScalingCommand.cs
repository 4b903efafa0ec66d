using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>scaling</c>.</summary>
internal static class ScalingCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 1);
        var command = new Command("scaling", "Our training on one thread and on more, and the memory it takes.")
        {
            shared.Networks, shared.Rounds, shared.Seconds, shared.Threads, shared.Data, shared.Output,
        };
        command.SetAction(parsed =>
        {
            var networks = BenchmarkNetworks.Named(parsed.GetValue(shared.Networks) ?? []);
            var files = shared.Files(parsed);
            var options = shared.Measuring(parsed);
            var images = TrainingImages.Load(parsed.GetValue(shared.Data));
            var conditions = new RunConditions(options);
            conditions.Add("images", images.Source);
            List<ScalingRow> rows = [.. networks.SelectMany(network => ScalingBenchmark.Measure(network, images.For(network.Architecture), options))];
            using (var process = Process.GetCurrentProcess())
                conditions.Add("peak memory", Cell.Text($"{process.PeakWorkingSet64 / 1e6:N0} MB for the whole process, data included"));
            var table = ScalingTable.Of(conditions.All, rows);
            AnsiConsole.Write(table.ToScreen());
            foreach (var file in files)
                table.Save(file);
        });
        return command;
    }
}
