using System.CommandLine;
using System.Globalization;

namespace MlNetFashion.Benchmarks;

/// <summary>Options that several commands have, and the refusal of impossible values before any work starts.</summary>
internal sealed class SharedOptions
{
    public SharedOptions(double seconds)
    {
        Seconds = new("--seconds") { Description = "Time of each side in a round, about.", DefaultValueFactory = _ => seconds };
    }

    public Option<int> Rounds { get; } = new("--rounds") { Description = "Alternations of the sides.", DefaultValueFactory = _ => 7 };

    public Option<double> Seconds { get; }

    public Option<int> Threads { get; } = new("--threads") { Description = "Threads of each side; 0 is one a processor.", DefaultValueFactory = _ => 0 };

    public Option<string[]> Networks { get; } = new("--networks")
    {
        Description = "Networks to time: " + string.Join(", ", BenchmarkNetworks.All.Select(network => network.Name)) + ". The default is all.",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string?> Data { get; } = new("--data") { Description = "Folder of Fashion-MNIST's files, if it is not in the usual places." };

    public Option<bool> Alone { get; } = new("--alone") { Description = "Time our side only." };

    public Option<string> Python { get; } = new("--python") { Description = "The Python that has PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };

    public Option<string?> OpenBlas { get; } = new("--openblas") { Description = "Folder with OpenBLAS's libblas.so.3, if it is not where Debian puts it." };

    public Option<string[]> Output { get; } = new("--output")
    {
        Description = "Also write the results to these files (.json, .md).", AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Networks, Rounds, Seconds, Threads, Alone, Data, Python, OpenBlas, Output])
            command.Add(option);
    }

    /// <exception cref="ArgumentException">A value is impossible.</exception>
    public MeasuringOptions Measuring(ParseResult parsed)
    {
        var (rounds, seconds, threads) = (parsed.GetValue(Rounds), parsed.GetValue(Seconds), parsed.GetValue(Threads));
        if (rounds < 1)
            throw new ArgumentException($"--rounds expects at least 1. Received: {rounds}.");
        var isTimed = parsed.GetResult(Seconds) is not null; // some commands' rounds last as long as their work
        if (isTimed && seconds is not (> 0 and <= 3600))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--seconds expects a number above 0. Received: {seconds}."));
        if (threads < 0)
            throw new ArgumentException($"--threads expects 0 or more. Received: {threads}.");
        return new MeasuringOptions(rounds, seconds, threads == 0 ? Environment.ProcessorCount : threads);
    }

    /// <exception cref="ArgumentException">A file has an unknown extension.</exception>
    public string[] Files(ParseResult parsed)
    {
        var files = parsed.GetValue(Output) ?? [];
        foreach (var file in files)
            BenchmarkTable.RequireKnownExtension(file);
        return files;
    }
}
