namespace MlNetFashion.Experiments.Display;

/// <summary>Chooses the display that fits the screen.</summary>
internal static class RunDisplay
{
    public static IRunDisplay For(Screen screen, bool quiet) =>
        quiet ? new QuietDisplay()
        : screen.Traits.IsLive ? new LiveDisplay(screen)
        : new PlainDisplay(screen);
}
