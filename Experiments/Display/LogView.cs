using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>A trainer's log as a picture: its title and the last lines.</summary>
internal sealed class LogView(string title)
{
    private const int LinesShown = 8;
    private readonly Queue<string> lines = new();
    private int count;

    public void Add(string line)
    {
        count++;
        lines.Enqueue(line);
        if (lines.Count > LinesShown)
            lines.Dequeue();
    }

    public IRenderable Render() => new Rows(
    [
        new Markup($"[bold]{Markup.Escape(title)}[/]" + (count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" [grey]{count} messages[/]"))),
        .. lines.Select(line => new Text("  " + line, new Style(Color.Grey)).Overflow(Overflow.Ellipsis)),
    ]);
}
