using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>training</c>.</summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 1.5);
        var command = new Command("training", "Complete training, images a second, against PyTorch in its best set-up.");
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var networks = BenchmarkNetworks.Named(parsed.GetValue(shared.Networks) ?? []);
            var files = shared.Files(parsed);
            var options = shared.Measuring(parsed);
            var images = TrainingImages.Load(parsed.GetValue(shared.Data));
            var conditions = new RunConditions(options);
            conditions.Add("images", images.Source);
            using var peer = parsed.GetValue(shared.Alone)
                ? null
                : conditions.StartPyTorch(parsed.GetValue(shared.Python)!, parsed.GetValue(shared.OpenBlas), options.Threads);
            var table = Measure(networks, images, peer, options, conditions);
            AnsiConsole.Write(table.ToScreen());
            foreach (var file in files)
                table.Save(file);
        });
        return command;
    }

    private static BenchmarkTable Measure(
        ImmutableArray<BenchmarkNetwork> networks, TrainingImages images, PyTorch? peer, MeasuringOptions options, RunConditions conditions)
    {
        peer?.Load(images);
        var rows = new List<TrainingRow>();
        foreach (var network in networks)
        {
            var row = TrainingBenchmark.Measure(network, images.For(network.Architecture), peer, options);
            rows.Add(row);
            AnsiConsole.MarkupLineInterpolated($"[grey]{network.Name}:[/] {Cell.Speed(row.OurSpeed)} images/s, ratio {Cell.Ratio(row.Ratio)}");
            RunConditions.WarnOfBusyWaiting(network.Name, row.IdleCores);
        }

        return TrainingTable.Of(conditions.All, rows, FmaPeak.VectorBits);
    }
}
