using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>
/// Runs that go on side by side: at a terminal a line for each, redrawn in place, below the lines of those that are done; elsewhere only the
/// latter. A single run at a time has the display that it has alone. Told from several threads.
/// </summary>
internal sealed class RunBoard
{
    private readonly Lock gate = new();
    private readonly RedrawPace pace = new();
    private readonly List<RunLine> atWork = [];
    private readonly Screen screen;
    private readonly LiveDisplayContext? picture;
    private string footer = "";

    private RunBoard(Screen screen, LiveDisplayContext? picture)
    {
        this.screen = screen;
        this.picture = picture;
    }

    /// <summary>Shows the work as long as it goes on.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="atOnce">How many runs go on at the same time.</param>
    /// <param name="work">Gets the board.</param>
    public static void Show(Screen screen, int atOnce, Action<RunBoard> work)
    {
        if (atOnce == 1 || !screen.Traits.IsLive)
        {
            work(new RunBoard(screen, picture: null) { HasOneRun = atOnce == 1 });
            return;
        }

        screen.Console.Live(Text.Empty).AutoClear(true).Start(context => work(new RunBoard(screen, context)));
    }

    private bool HasOneRun { get; init; }

    /// <summary>The display of one run, as long as <paramref name="work"/> goes on.</summary>
    public T Run<T>(string title, Func<IRunDisplay, T> work)
    {
        if (picture is null)
            return work(RunDisplay.For(screen, quiet: !HasOneRun || !screen.Traits.IsLive));
        var line = new RunLine(title, () => Redraw(important: false));
        lock (gate)
            atWork.Add(line);
        try
        {
            return work(line);
        }
        finally
        {
            lock (gate)
                atWork.Remove(line);
        }
    }

    /// <summary>A line that stays.</summary>
    /// <param name="text">The line.</param>
    /// <param name="state">What stands below the runs from now on.</param>
    public void Line(string text, string state)
    {
        lock (gate)
        {
            if (picture is null)
                screen.Line(text);
            else
                screen.Console.WriteLine(text);
            footer = state;
            Redraw(important: true);
        }
    }

    private void Redraw(bool important)
    {
        lock (gate)
        {
            if (picture is not null && pace.IsDue(important))
                picture.UpdateTarget(Render());
        }
    }

    internal IRenderable Render()
    {
        var titles = atWork.Count == 0 ? 0 : atWork.Max(line => line.Title.Length);
        return new Rows(
        [
            .. atWork.Select(line => Fitting($"  … {line.Title.PadRight(titles)}  {line.Doing}")),
            Fitting($"  {(footer.Length == 0 ? "" : footer + "; ")}Ctrl-C stops, what is done is kept"),
        ]);
    }

    private Text Fitting(string line) => new(line.Length <= screen.Traits.Width ? line : line[..(screen.Traits.Width - 1)] + "…", new Style(Color.Grey));
}
