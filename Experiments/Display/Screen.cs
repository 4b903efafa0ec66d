using System.Globalization;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>
/// Where text goes: standard output for what was asked for, standard error for refusals. Knows whether a person watches (live display), whether
/// colours are wanted, and how wide a line may be.
/// </summary>
internal sealed class Screen
{
    private const int WidthWithoutTerminal = 100;
    private const int NarrowestWidth = 40;
    private const int NameWidth = 11;

    public Screen(TextWriter output, TextWriter error, ScreenTraits traits)
    {
        Output = output;
        Error = error;
        Traits = traits;
        Console = Create(output, traits);
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public ScreenTraits Traits { get; }

    /// <summary>The same output through Spectre.Console: markup, tables, live displays.</summary>
    public IAnsiConsole Console { get; }

    public static Screen OfThisProcess() => new(System.Console.Out, System.Console.Error, TraitsOfThisProcess());

    /// <summary>One plain line.</summary>
    public void Line(string text = "") => Output.WriteLine(text);

    /// <summary>A named text, wrapped at words and indented behind its name.</summary>
    public void Wrapped(string name, string text)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(NameWidth).PadLeft(0).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(text));
        Console.Write(grid);
    }

    /// <summary>Says on standard error why nothing was done.</summary>
    public void Refuse(string sentence) => Error.WriteLine(sentence);

    /// <summary>Says that a person stopped the work.</summary>
    public void Interrupted() => Error.WriteLine("Stopped by Ctrl-C; nothing half-written was kept.");

    private static ScreenTraits TraitsOfThisProcess()
    {
        var terminal = !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new ScreenTraits(
            IsLive: terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
            HasColours: terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width: terminal ? Math.Max(System.Console.WindowWidth, NarrowestWidth) : WidthFromEnvironment());
    }

    private static int WidthFromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            ? Math.Max(columns, NarrowestWidth)
            : WidthWithoutTerminal;

    private static IAnsiConsole Create(TextWriter output, ScreenTraits traits)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = traits.IsLive || traits.HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = traits.HasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = traits.IsLive ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = traits.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}

/// <summary>What the other end of the output can show.</summary>
/// <param name="IsLive">A person watches at a terminal: displays may redraw themselves.</param>
/// <param name="HasColours">Colours are understood and not declined (NO_COLOR).</param>
/// <param name="Width">Columns a line may have.</param>
internal sealed record ScreenTraits(bool IsLive, bool HasColours, int Width);
