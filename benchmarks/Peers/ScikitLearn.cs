using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>scikit-learn, in a process of its own; its matrix products come from OpenBLAS where that is installed.</summary>
internal sealed class ScikitLearn : IDisposable
{
    private readonly PeerProcess _process;

    private ScikitLearn(PeerProcess process)
    {
        _process = process;
        Version = (string)process.Ask("hello")["version"]!;
    }

    public string Version { get; }

    /// <exception cref="PeerException">There is no Python, or no scikit-learn in it.</exception>
    public static ScikitLearn Start(string python, string? openBlasFolder, int vectorBits, int threads)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "sklearn_peer.py");
        var process = new PeerProcess("scikit-learn", python, [script], PyTorchEnvironment.For(vectorBits, threads, openBlasFolder));
        try
        {
            return new ScikitLearn(process);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Hands over the rows that everything is timed on.</summary>
    public void Load(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> labels)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                stream.Write(pixels);
                stream.Write(labels);
            }

            _process.Ask("load", new() { ["path"] = file, ["count"] = labels.Length, ["features"] = pixels.Length / labels.Length });
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Trains a multinomial logistic regression.</summary>
    public BaselineRound Fit(string solver, int iterations) => Read(_process.Ask("fit", new() { ["solver"] = solver, ["iterations"] = iterations }));

    /// <summary>Probabilities of all rows by the model trained last.</summary>
    public BaselineRound Score(int passes) => Read(_process.Ask("score", new() { ["passes"] = passes }));

    /// <summary>Reads a CSV file of numbers under a line of headings.</summary>
    public BaselineRound Read(string path) => Read(_process.Ask("read", new() { ["path"] = path }));

    public void Dispose() => _process.Dispose();

    private static BaselineRound Read(JsonObject answer) => new(new Round((long)answer["rows"]!, (double)answer["seconds"]!), (double?)answer["accuracy"]);
}
