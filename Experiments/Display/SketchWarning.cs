using MlNetFashion.Pipelines;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Says that the real data was not used, in a way nobody can miss; says nothing where it was.</summary>
internal static class SketchWarning
{
    private const string Headline = "SKETCH DATA, NOT FASHION-MNIST";
    private const string Meaning =
        "These pictures were drawn by the program. Every figure of this run is about them and says nothing about Fashion-MNIST.";

    public static void Show(Screen screen, ImageDataSet data)
    {
        if (!data.IsSketch)
            return;

        screen.Line();
        if (screen.Traits.HasColours)
            screen.Console.Write(Framed(data.Notice));
        else
            ShowPlain(screen, data.Notice);
    }

    private static Panel Framed(string? notice) =>
        new Panel(new Rows(
            new Markup($"[bold white on red] {Headline} [/]"),
            new Text(Meaning, new Style(Color.Yellow)),
            new Text(notice ?? "", new Style(Color.Yellow))))
        {
            Border = BoxBorder.Double,
            BorderStyle = new Style(Color.Red),
            Expand = true,
        };

    private static void ShowPlain(Screen screen, string? notice)
    {
        var rule = new string('!', Math.Min(screen.Traits.Width, 78));
        screen.Line(rule);
        screen.Line($"!!! {Headline}");
        screen.Line($"!!! {Meaning}");
        if (notice is not null)
            screen.Line($"!!! {notice}");
        screen.Line(rule);
    }
}
