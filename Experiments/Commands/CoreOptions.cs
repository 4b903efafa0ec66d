using System.CommandLine;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The options that say how the cores are shared among many runs, the same for every command that has them.</summary>
/// <param name="runs">What the runs are called.</param>
internal sealed class CoreOptions(string runs)
{
    private const int Most = 1024;

    private readonly Option<int?> parallel = NumberOption.Whole(
        "--parallel", $"{char.ToUpperInvariant(runs[0])}{runs[1..]} that go on at the same time [default: as many as the cores and the memory hold]", 1, Most, 2);

    private readonly Option<int?> threads = NumberOption.Whole(
        "--threads", $"Threads of each; the outcome is the same for any number [default: the cores, shared among {runs} at work]", 1, Most, 2);

    public IEnumerable<Option> All => [parallel, threads];

    public int? Parallel(ParseResult line) => line.GetValue(parallel);

    public int? Threads(ParseResult line) => line.GetValue(threads);
}
