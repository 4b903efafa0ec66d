using System.Diagnostics;

namespace MlNetFashion.Experiments.Display;

/// <summary>Keeps drawing from costing training its time: ten pictures a second are enough for an eye.</summary>
internal sealed class RedrawPace
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly Stopwatch sinceLast = new();

    /// <summary>Whether to draw now: something important happened, or the last drawing is long enough ago.</summary>
    public bool IsDue(bool important)
    {
        if (sinceLast.IsRunning && sinceLast.Elapsed < Interval && !important)
            return false;
        sinceLast.Restart();
        return true;
    }
}
