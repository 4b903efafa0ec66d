using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command <c>inference</c>.</summary>
internal static class InferenceCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions(seconds: 1);
        var modules = new Option<string?>("--node-modules") { Description = "The node_modules folder that has onnxruntime-node, if it is not in the usual places." };
        var command = new Command("inference", "One image and 256 images a call, against PyTorch and ONNX Runtime.") { modules };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var networks = BenchmarkNetworks.Named(parsed.GetValue(shared.Networks) ?? []);
            var files = shared.Files(parsed);
            var options = shared.Measuring(parsed);
            var images = TrainingImages.Load(parsed.GetValue(shared.Data));
            var conditions = new RunConditions(options);
            conditions.Add("images", images.Source);
            var alone = parsed.GetValue(shared.Alone);
            using var torch = alone ? null : conditions.StartPyTorch(parsed.GetValue(shared.Python)!, parsed.GetValue(shared.OpenBlas), options.Threads);
            using var onnx = alone ? null : conditions.StartOnnxRuntime(torch, parsed.GetValue(modules), options.Threads);
            List<IInferencePeer> peers = [];
            if (torch is not null)
                peers.Add(new PyTorchInference(torch));
            if (onnx is not null)
                peers.Add(onnx);
            var table = Measure(networks, images, peers, options, conditions);
            AnsiConsole.Write(table.ToScreen());
            foreach (var file in files)
                table.Save(file);
        });
        return command;
    }

    private static BenchmarkTable Measure(
        ImmutableArray<BenchmarkNetwork> networks, TrainingImages images, List<IInferencePeer> peers, MeasuringOptions options, RunConditions conditions)
    {
        var rows = new List<InferenceRow>();
        foreach (var network in networks)
        {
            foreach (var batchSize in InferenceBenchmark.BatchSizes)
            {
                var row = InferenceBenchmark.Measure(network, batchSize, images.For(network.Architecture), peers, options);
                rows.Add(row);
                AnsiConsole.MarkupLineInterpolated($"[grey]{network.Name}, {batchSize} a call:[/] {Cell.Speed(row.OurSpeed)} images/s");
                RunConditions.WarnOfBusyWaiting(network.Name, row.IdleCores);
            }
        }

        return InferenceTable.Of(conditions.All, rows);
    }
}
