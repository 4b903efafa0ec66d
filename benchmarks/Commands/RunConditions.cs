using System.Runtime.InteropServices;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>What a run is made with, told on screen as it is found out and kept with the results.</summary>
internal sealed class RunConditions
{
    private readonly List<KeyValuePair<string, string>> _all = [];

    public RunConditions(MeasuringOptions options)
    {
        Add("processor", FormattableString.Invariant(
            $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {FmaPeak.VectorBits}-bit vectors"));
        Add("FMA peak", string.Join(", ", FmaPeak.Widths.Select(width => FormattableString.Invariant(
            $"{FmaPeak.Measure(options.Threads, width) / 1e9:F0} GFLOP/s at {(int)width} bit"))) + FormattableString.Invariant($" on {options.Threads} threads"));
        if (options.Threads > 1 && Environment.ProcessorCount > 1)
            Add("core to core", FormattableString.Invariant($"{CoreDistance.Measure():F0} ns there and back"));
        Add("runtime", RuntimeInformation.FrameworkDescription);
        var length = options.Seconds > 0 ? FormattableString.Invariant($" of about {options.Seconds} s a side") : "";
        Add("rounds", $"{options.Rounds}{length}, alternated; median (lowest..highest)");
    }

    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    public void Add(string name, string value)
    {
        _all.Add(new(name, value));
        AnsiConsole.MarkupLineInterpolated($"[grey]{name}:[/] {value}");
    }

    /// <summary>Starts PyTorch, or says why it is not here and gives null.</summary>
    public PyTorch? StartPyTorch(string python, string? openBlasFolder, int threads)
    {
        try
        {
            var peer = PyTorch.Start(python, openBlasFolder ?? PyTorchEnvironment.FindOpenBlas(), FmaPeak.VectorBits, threads);
            Add("PyTorch", $"{peer.Version}, matrix products by {peer.Blas}");
            if (peer.UsesReferenceBlas)
                Warn("PyTorch runs on the slow reference BLAS, which flatters our ratios: install libopenblas0-openmp, or name its folder with --openblas.");
            return peer;
        }
        catch (PeerException error)
        {
            Add("PyTorch", "not here, so it is left out");
            Warn(error.Message);
            return null;
        }
    }

    /// <summary>Starts ONNX Runtime, or says why it is not here and gives null.</summary>
    public OnnxRuntime? StartOnnxRuntime(PyTorch? exporter, string? modules, int threads)
    {
        try
        {
            if (exporter is null)
                throw new PeerException("ONNX Runtime expects PyTorch, which exports the networks for it.");
            var peer = OnnxRuntime.Start(exporter, modules, threads);
            Add("ONNX Runtime", $"{peer.Version}, called from Node");
            return peer;
        }
        catch (PeerException error)
        {
            Add("ONNX Runtime", "not here, so it is left out");
            Warn(error.Message);
            return null;
        }
    }

    /// <summary>Starts scikit-learn, or says why it is not here and gives null.</summary>
    public ScikitLearn? StartScikitLearn(string python, string? openBlasFolder, int threads)
    {
        try
        {
            var folder = openBlasFolder ?? PyTorchEnvironment.FindOpenBlas();
            var peer = ScikitLearn.Start(python, folder, FmaPeak.VectorBits, threads);
            Add("scikit-learn", $"{peer.Version}, matrix products by {(folder is null ? "the system's BLAS" : "OpenBLAS in " + folder)}");
            return peer;
        }
        catch (PeerException error)
        {
            Add("scikit-learn", "not here, so it is left out");
            Warn(error.Message);
            return null;
        }
    }

    public static void Warn(string sentence) => AnsiConsole.MarkupLineInterpolated($"[yellow]{sentence}[/]");

    /// <summary>Says so when a side did not sleep while it waited.</summary>
    public static void WarnOfBusyWaiting(string network, double cores)
    {
        if (cores > 0.1)
            Warn(FormattableString.Invariant($"{network}: the waiting side used {cores:F2} cores while the other was timed."));
    }
}
