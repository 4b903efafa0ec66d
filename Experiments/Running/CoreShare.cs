namespace MlNetFashion.Experiments.Running;

/// <summary>
/// How the cores are shared among runs. A network of these sizes gains less from a second core than a second network does, so as many runs
/// as there are cores go on side by side; the outcome of each is the same on any number of threads.
/// </summary>
/// <param name="AtOnce">Runs that go on at the same time, at least 1.</param>
/// <param name="Threads">Threads that each of them trains on, at least 1.</param>
internal sealed record CoreShare(int AtOnce, int Threads)
{
    /// <summary>What a run may need: the data, its views, a network's step and the judging of 70,000 images.</summary>
    private const long BytesARun = 1L << 30;

    /// <summary>The share on this machine.</summary>
    /// <param name="parallel">Runs at the same time, where a command line says so.</param>
    /// <param name="threads">Threads of each, where a command line says so.</param>
    /// <param name="runs">How many runs there are.</param>
    public static CoreShare Of(int? parallel, int? threads, int runs) =>
        Of(parallel, threads, runs, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>What is not said fills the cores; runs that nobody counted are no more than the memory holds.</summary>
    internal static CoreShare Of(int? parallel, int? threads, int runs, int cores, long memory)
    {
        var fitting = Math.Min(cores / (threads ?? 1), memory / BytesARun);
        var atOnce = Math.Max(1, Math.Min(runs, parallel ?? (int)fitting));
        return new CoreShare(atOnce, threads ?? Math.Max(1, cores / atOnce));
    }
}
