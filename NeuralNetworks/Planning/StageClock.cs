using System.Diagnostics;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Tells where the time of a plan goes: what each stage took on all workers together, forward and backward, and what the whole plan took. A
/// plan made without a clock is not slowed by it.
/// </summary>
internal sealed class StageClock(int workers)
{
    private const int Spacing = 16; // longs: two cache lines, so that workers' counters never share one

    private readonly List<Line> _lines = [];
    private Line? _current;

    /// <summary>Stages in order, forward and backward apart; those without work of their own are left out.</summary>
    public IEnumerable<(string Stage, bool Backward, TimeSpan Time)> Times =>
        _lines.Where(line => line.Used).Select(line => (line.Stage, line.Backward, TimeSpan.FromSeconds(line.Ticks.Sum() / (double)Stopwatch.Frequency)));

    /// <summary>What is added next belongs to that stage; plans of the same network share its lines.</summary>
    public void Enter(string stage, bool backward)
    {
        _current = _lines.Find(line => line.Stage == stage && line.Backward == backward);
        if (_current is null)
            _lines.Add(_current = new Line(stage, backward, new long[workers * Spacing]));
    }

    public ImageWork Timed(ImageWork work)
    {
        var line = Use();
        return (first, count, shard, worker) =>
        {
            var began = Stopwatch.GetTimestamp();
            work(first, count, shard, worker);
            line.Ticks[worker * Spacing] += Stopwatch.GetTimestamp() - began;
        };
    }

    public Action<int, int> Timed(Action<int, int> task)
    {
        var line = Use();
        return (number, worker) =>
        {
            var began = Stopwatch.GetTimestamp();
            task(number, worker);
            line.Ticks[worker * Spacing] += Stopwatch.GetTimestamp() - began;
        };
    }

    private Line Use()
    {
        _current!.Used = true;
        return _current;
    }

    private sealed class Line(string stage, bool backward, long[] ticks)
    {
        public string Stage { get; } = stage;

        public bool Backward { get; } = backward;

        public long[] Ticks { get; } = ticks;

        public bool Used { get; set; }
    }
}
