using System.Diagnostics;

namespace MlNetFashion.Experiments.Display;

/// <summary>
/// Lets through what a trainer logs hundreds of times a second only so often that a log stays readable: one line in every
/// <paramref name="interval"/>, and at the end the last one, which says how it ended.
/// </summary>
internal sealed class ThinnedLines(Action<string> show, TimeSpan interval)
{
    private readonly Stopwatch sinceShown = new();
    private string? waiting;

    public void Add(string line)
    {
        if (sinceShown.IsRunning && sinceShown.Elapsed < interval)
        {
            waiting = line;
            return;
        }

        Show(line);
    }

    public void ShowLast()
    {
        if (waiting is not null)
            Show(waiting);
    }

    private void Show(string line)
    {
        waiting = null;
        sinceShown.Restart();
        show(line);
    }
}
