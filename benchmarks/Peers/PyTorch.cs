using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>PyTorch in its best set-up, in a process of its own.</summary>
internal sealed class PyTorch : IDisposable
{
    private readonly PeerProcess _process;

    private PyTorch(PeerProcess process, JsonObject greeting, string? openBlasFolder)
    {
        _process = process;
        Version = (string)greeting["version"]!;
        var blas = (string)greeting["blas"]!;
        Blas = openBlasFolder is null ? blas : "OpenBLAS in " + openBlasFolder;
        UsesReferenceBlas = openBlasFolder is null && blas == "generic";
    }

    public string Version { get; }

    /// <summary>Where its matrix products come from.</summary>
    public string Blas { get; }

    /// <summary>Whether matrix products run on the unoptimised reference BLAS: ratios would flatter us.</summary>
    public bool UsesReferenceBlas { get; }

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    /// <summary>Starts Python with PyTorch.</summary>
    /// <exception cref="PeerException">There is no Python, or no PyTorch in it.</exception>
    public static PyTorch Start(string python, string? openBlasFolder, int vectorBits, int threads)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_peer.py");
        var process = new PeerProcess("PyTorch", python, [script], PyTorchEnvironment.For(vectorBits, threads, openBlasFolder));
        try
        {
            return new PyTorch(process, process.Ask("hello", new() { ["threads"] = threads }), openBlasFolder);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Hands over the images all networks are trained on.</summary>
    public void Load(TrainingImages images)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                stream.Write(images.Pixels);
                stream.Write(Array.ConvertAll(images.Labels, label => (byte)label));
            }

            _process.Ask("load", new()
            {
                ["path"] = file,
                ["count"] = images.Count,
                ["shape"] = new JsonArray(images.Shape.Height, images.Shape.Width, images.Shape.Channels),
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Builds a network and finds out how it trains fastest.</summary>
    /// <param name="network">The network.</param>
    /// <param name="probeSeconds">Time for each set-up that is tried.</param>
    /// <exception cref="PeerException">The peer's network has another number of parameters than ours.</exception>
    public PyTorchSetUp Prepare(BenchmarkNetwork network, double probeSeconds)
    {
        var answer = _process.Ask("train", new()
        {
            ["network"] = LayerList.Of(network.Architecture),
            ["batch"] = network.BatchSize,
            ["optimizer"] = LayerList.Of(network.Optimizer),
            ["augmentation"] = network.Augmentation is { } augmentation ? LayerList.Of(augmentation) : null,
            ["probe_seconds"] = probeSeconds,
        });
        var (ours, theirs) = (network.Architecture.Summarize().TotalParameters, (long)answer["parameters"]!);
        if (ours != theirs)
            throw new PeerException($"PyTorch's {network.Name} has {theirs} parameters, ours {ours}: they are not the same network.");
        return new PyTorchSetUp((string)answer["layout"]!, (bool)answer["foreach"]!, (double)answer["batches_per_second"]!);
    }

    /// <summary>Trains the prepared network on that many batches more.</summary>
    public Round Train(int batches)
    {
        var answer = _process.Ask("round", new() { ["batches"] = batches });
        return new Round((long)answer["images"]!, (double)answer["seconds"]!, (double)answer["loss"]!);
    }

    /// <summary>Any other request.</summary>
    public JsonObject Ask(string command, JsonObject values) => _process.Ask(command, values);

    public void Dispose() => _process.Dispose();
}
