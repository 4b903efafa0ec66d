using System.Diagnostics;

namespace MlNetFashion.Benchmarks;

/// <summary>How much of a core the side that waits uses while the other is timed: it should sleep, not spin.</summary>
internal sealed class IdleWatch
{
    private TimeSpan _used;
    private TimeSpan _watched;

    /// <summary>Cores used by the waiting side, on average.</summary>
    public double Cores => _watched > TimeSpan.Zero ? _used / _watched : 0;

    /// <summary>Runs the work of one side and books what the other used meanwhile.</summary>
    public T Watch<T>(Func<TimeSpan> waitingSide, Func<T> work)
    {
        var before = waitingSide();
        var began = Stopwatch.GetTimestamp();
        var result = work();
        _watched += Stopwatch.GetElapsedTime(began);
        _used += waitingSide() - before;
        return result;
    }

    /// <summary>Processor time of this process so far.</summary>
    public static TimeSpan Own()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
