using System.Collections.Immutable;
using System.Diagnostics;

namespace MlNetFashion.Experiments.Running;

/// <summary>The chains of a set of runs in the order in which they begin, and how long all of them take. Told from several threads.</summary>
internal sealed class RunSchedule
{
    /// <summary>What the expectation weighs against experience, as a part of the whole: a few short runs say little about the long ones.</summary>
    private const double WeightOfExpectation = 0.05;

    private readonly Lock gate = new();
    private readonly Dictionary<PlannedRun, double> expected;
    private readonly Dictionary<PlannedRun, long> begun = [];
    private readonly HashSet<PlannedRun> done = [];
    private readonly int atOnce;
    private double took;

    /// <param name="runs">The runs in the order asked for, with the seconds that each is likely to take.</param>
    /// <param name="atOnce">How many go on at the same time.</param>
    public RunSchedule(IReadOnlyList<(PlannedRun Run, double Seconds)> runs, int atOnce)
    {
        this.atOnce = atOnce;
        expected = runs.ToDictionary(pair => pair.Run, pair => pair.Seconds);
        Chains = Order([.. runs.Select(pair => pair.Run).GroupBy(run => run.Chain).Select(chain => chain.ToImmutableArray())]);
    }

    /// <summary>Runs of a chain follow each other; chains go on side by side.</summary>
    public ImmutableArray<ImmutableArray<PlannedRun>> Chains { get; }

    /// <summary>From the first begin to the last end.</summary>
    public TimeSpan Expected => TimeSpan.FromSeconds(Span(Chains.Select(Seconds)));

    public void Begin(PlannedRun run)
    {
        lock (gate)
            begun[run] = Stopwatch.GetTimestamp();
    }

    /// <summary>Tells that a run is done.</summary>
    /// <returns>How many are done by now, and the time left: what is not done is taken to be as much faster or slower than expected as what is, more and more so.</returns>
    public (int Done, TimeSpan Left) End(PlannedRun run)
    {
        lock (gate)
        {
            done.Add(run);
            took += Stopwatch.GetElapsedTime(begun[run]).TotalSeconds;
            var prior = WeightOfExpectation * expected.Values.Sum();
            var pace = (took + prior) / (done.Sum(other => expected[other]) + prior);
            return (done.Count, TimeSpan.FromSeconds(Span(Chains.Select(chain => chain.Where(other => !done.Contains(other)).Sum(other => Left(other, pace))))));
        }
    }

    /// <summary>
    /// As asked for, except that a chain which would still be going on when all others have ended begins in time.
    /// </summary>
    private ImmutableArray<ImmutableArray<PlannedRun>> Order(List<ImmutableArray<PlannedRun>> chains)
    {
        var order = ImmutableArray.CreateBuilder<ImmutableArray<PlannedRun>>(chains.Count);
        while (chains.Count > 0)
        {
            var longest = chains.MaxBy(Seconds);
            var next = atOnce > 1 && Seconds(longest) >= chains.Sum(Seconds) / atOnce ? longest : chains[0];
            order.Add(next);
            chains.Remove(next);
        }

        return order.MoveToImmutable();
    }

    private double Left(PlannedRun run, double pace) =>
        Math.Max(0, pace * expected[run] - (begun.TryGetValue(run, out var since) ? Stopwatch.GetElapsedTime(since).TotalSeconds : 0));

    private double Seconds(ImmutableArray<PlannedRun> chain) => chain.Sum(run => expected[run]);

    /// <summary>Each chain begins where the first place gets free.</summary>
    private double Span(IEnumerable<double> seconds)
    {
        var places = new double[atOnce];
        foreach (var chain in seconds)
            places[Array.IndexOf(places, places.Min())] += chain;
        return places.Max();
    }
}
