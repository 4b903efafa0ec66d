using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.NeuralNetworks.Tests.PyTorch;

/// <summary>PyTorch at work on the same weights and images, in a process of its own; its callers are skipped where it is not installed.</summary>
internal sealed record PyTorchTraining(double[] Outputs, double Loss, double[][] Gradients, double[] Losses, double[][] Parameters)
{
    private const string Python = "/usr/bin/python3";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Lazy<bool> Installed = new(() =>
    {
        if (!File.Exists(Python))
            return false;
        using var probe = Run("-c", "import torch");
        probe.WaitForExit();
        return probe.ExitCode == 0;
    });

    /// <summary>The loss, its gradients, and what some steps of an optimiser make of the weights. Arrays come in order, running statistics left out.</summary>
    public static PyTorchTraining Train(
        NetworkArchitecture architecture, ImmutableArray<LayerParameters> start, float[] images, int[] labels, Optimizer optimizer, int steps)
    {
        Skip.IfNot(Installed.Value, $"PyTorch (python3-torch) is not installed for {Python}.");
        var settings = (JsonObject)JsonSerializer.SerializeToNode(optimizer, optimizer.GetType(), Json)!;
        settings["kind"] = optimizer.GetType().Name;
        var request = new JsonObject
        {
            ["architecture"] = JsonNode.Parse(architecture.ToJson()),
            ["parameters"] = JsonSerializer.SerializeToNode(start.Select(layer => layer.Arrays), Json),
            ["images"] = JsonSerializer.SerializeToNode(images),
            ["labels"] = JsonSerializer.SerializeToNode(labels),
            ["optimizer"] = settings,
            ["steps"] = steps,
        };
        using var process = Run(Path.Combine(SharedFiles.RepositoryRoot, "tests/NeuralNetworks.Tests/PyTorch/pytorch_training.py"));
        process.StandardInput.Write(request.ToJsonString());
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complaint);
        return JsonSerializer.Deserialize<PyTorchTraining>(answer, Json)!;
    }

    private static Process Run(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
