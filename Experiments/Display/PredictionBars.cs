using System.Globalization;
using MlNetFashion.Experiments.Running;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Predictions for a person: the garment, then every class with its probability as a bar.</summary>
internal static class PredictionBars
{
    private const int WidestBar = 50;
    private const int RoomBesideBar = 28;

    public static void Show(Screen screen, IReadOnlyList<GarmentPrediction> predictions)
    {
        foreach (var prediction in predictions)
            Show(screen, prediction);
    }

    private static void Show(Screen screen, GarmentPrediction prediction)
    {
        var likeliest = prediction.Probabilities.MaxBy(c => c.Probability);
        screen.Console.MarkupLineInterpolated($"{prediction.File}: [bold]{prediction.Garment}[/] ({Figures.Percent(likeliest.Probability)})");
        foreach (var note in prediction.Notes)
            screen.Console.MarkupLineInterpolated($"  [yellow]note: {note}[/]");

        var width = Math.Clamp(screen.Traits.Width - RoomBesideBar, 10, WidestBar);
        var names = prediction.Probabilities.Max(c => c.Name.Length);
        foreach (var (name, probability) in prediction.Probabilities)
        {
            var bar = new string('█', (int)Math.Round(width * probability));
            var colour = name == prediction.Garment ? "green" : "grey";
            screen.Console.MarkupLine($"  {Markup.Escape(name.PadRight(names))} {Percent(probability)} [{colour}]{bar}[/]");
        }

        screen.Line();
    }

    private static string Percent(float probability) => string.Create(CultureInfo.InvariantCulture, $"{100 * probability,6:F2} %");
}
