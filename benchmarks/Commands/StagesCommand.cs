using System.CommandLine;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Planning;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>stages</c>.</summary>
internal static class StagesCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 0.5);
        var command = new Command("stages", "Where the time of our training goes, stage by stage.") { shared.Networks, shared.Rounds, shared.Seconds, shared.Threads, shared.Data };
        command.SetAction(parsed =>
        {
            var networks = BenchmarkNetworks.Named(parsed.GetValue(shared.Networks) ?? []);
            var options = shared.Measuring(parsed);
            var images = TrainingImages.Load(parsed.GetValue(shared.Data));
            foreach (var network in networks)
                AnsiConsole.Write(Measure(network, images.For(network.Architecture), options));
        });
        return command;
    }

    private static Table Measure(BenchmarkNetwork network, ImageSet images, MeasuringOptions options)
    {
        var batches = new EngineTraining(network, images, options.Threads).BatchesFor(options.Seconds);
        var clock = new StageClock(options.Threads);
        var training = new EngineTraining(network, images, options.Threads) { Clock = clock };
        var rounds = Enumerable.Range(0, options.Rounds).Select(_ => training.Train(batches)).ToList();
        var (all, count) = (rounds.Sum(round => round.Seconds) * options.Threads, rounds.Sum(round => round.Images));

        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Cell.Text($"{network.Name}, {count / (all / options.Threads):N0} images/s on {options.Threads} threads, core to core {CoreDistance.Measure():N0} ns")) };
        table.AddColumn("stage");
        table.AddColumn("pass");
        table.AddColumn(new TableColumn("microseconds an image") { Alignment = Justify.Right });
        table.AddColumn(new TableColumn("share") { Alignment = Justify.Right });
        foreach (var (stage, backward, time) in clock.Times)
            AddRow(stage, backward ? "backward" : "forward", time.TotalSeconds);
        AddRow("waiting, and between the jobs", "", all - clock.Times.Sum(line => line.Time.TotalSeconds));
        return table;

        void AddRow(string stage, string pass, double seconds) =>
            table.AddRow(Markup.Escape(stage), pass, Cell.Text($"{seconds * 1e6 / count:F2}"), Cell.Text($"{seconds / all:P1}"));
    }
}
