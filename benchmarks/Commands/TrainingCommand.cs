using System.CommandLine;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>training</c>.</summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var networks = new Option<string[]>("--networks")
        {
            Description = "Networks to time: " + string.Join(", ", BenchmarkNetworks.All.Select(network => network.Name)) + ". The default is all.",
            AllowMultipleArgumentsPerToken = true,
        };
        var rounds = new Option<int>("--rounds") { Description = "Alternations of the two sides.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "Time of each side in a round, about.", DefaultValueFactory = _ => 1.5 };
        var threads = new Option<int>("--threads") { Description = "Threads of each side; 0 is one a processor.", DefaultValueFactory = _ => 0 };
        var alone = new Option<bool>("--alone") { Description = "Time our side only." };
        var python = new Option<string>("--python") { Description = "The Python that has PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var openBlas = new Option<string?>("--openblas") { Description = "Folder with OpenBLAS's libblas.so.3, if it is not where Debian puts it." };
        var output = new Option<string[]>("--output") { Description = "Also write the results to these files (.json, .md).", AllowMultipleArgumentsPerToken = true };
        var command = new Command("training", "Complete training, images a second, against PyTorch in its best set-up.")
        {
            networks, rounds, seconds, threads, alone, python, openBlas, output,
        };
        command.SetAction(parsed =>
        {
            var chosen = BenchmarkNetworks.Named(parsed.GetValue(networks) ?? []);
            var files = parsed.GetValue(output) ?? [];
            foreach (var file in files)
                TrainingReport.RequireKnownExtension(file);
            var options = new TrainingBenchmarkOptions(CommonOptions.Rounds(parsed.GetValue(rounds)),
                CommonOptions.Seconds(parsed.GetValue(seconds)), CommonOptions.Threads(parsed.GetValue(threads)));
            Run(chosen, options, parsed.GetValue(alone) ? null : parsed.GetValue(python), parsed.GetValue(openBlas), files);
        });
        return command;
    }

    private static void Run(
        IReadOnlyList<BenchmarkNetwork> networks, TrainingBenchmarkOptions options, string? python, string? openBlasFolder, string[] files)
    {
        var images = TrainingImages.Noise();
        var conditions = new List<KeyValuePair<string, string>>
        {
            new("processor", FormattableString.Invariant(
                $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {FmaPeak.VectorBits}-bit vectors, FMA peak {FmaPeak.Measure(options.Threads) / 1e9:F0} GFLOP/s on {options.Threads} threads")),
            new("images", images.Source),
            new("runtime", RuntimeInformation.FrameworkDescription),
            new("rounds", FormattableString.Invariant($"{options.Rounds} of about {options.Seconds} s a side, alternated; median (lowest..highest)")),
        };
        using var peer = python is null ? null : StartPeer(python, openBlasFolder, options.Threads, conditions);
        peer?.Load(images);
        foreach (var (name, value) in conditions)
            AnsiConsole.MarkupLineInterpolated($"[grey]{name}:[/] {value}");

        var wide = FmaPeak.VectorBits == 512;
        var set = images.ToImageSet();
        var rows = new List<TrainingRow>();
        foreach (var network in networks)
        {
            var row = TrainingBenchmark.Measure(network, set, peer, options);
            rows.Add(row);
            AnsiConsole.MarkupLineInterpolated($"[grey]{network.Name}:[/] {row.OurSpeed.Median:N0} images/s");
            if (row.IdleCores > 0.1)
                AnsiConsole.MarkupLineInterpolated($"[yellow]{network.Name}: the waiting side used {row.IdleCores:F2} cores while the other was timed.[/]");
        }

        Show(rows, wide);
        foreach (var file in files)
            new TrainingReport(conditions, rows, wide).Save(file);
    }

    private static PyTorch? StartPeer(string python, string? openBlasFolder, int threads, List<KeyValuePair<string, string>> conditions)
    {
        try
        {
            var peer = PyTorch.Start(python, openBlasFolder ?? PyTorchEnvironment.FindOpenBlas(), FmaPeak.VectorBits, threads);
            conditions.Add(new("PyTorch", $"{peer.Version}, matrix products by {peer.Blas}"));
            if (peer.UsesReferenceBlas)
            {
                AnsiConsole.MarkupLine(
                    "[yellow]PyTorch runs on the slow reference BLAS, which flatters our ratios: install libopenblas0-openmp, or name its folder with --openblas.[/]");
            }

            return peer;
        }
        catch (PeerException error)
        {
            conditions.Add(new("PyTorch", "not here, so our side is timed alone"));
            AnsiConsole.MarkupLineInterpolated($"[yellow]{error.Message}[/]");
            return null;
        }
    }

    private static void Show(List<TrainingRow> rows, bool wide)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (column, i) in TrainingTable.Columns.Select((column, i) => (column, i)))
            table.AddColumn(new TableColumn(column) { Alignment = i is 0 or 8 ? Justify.Left : Justify.Right });
        foreach (var row in rows)
            table.AddRow([.. TrainingTable.Cells(row, wide).Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }
}
