using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Display;

/// <summary>What one may want to do with a finished run.</summary>
internal static class NextSteps
{
    public static void Show(Screen screen, FinishedRun run)
    {
        var model = Workplace.Shorten(run.ModelPath, Directory.GetCurrentDirectory());
        screen.Line();
        screen.Line("Next:");
        screen.Line($"  open {Path.Combine(run.Folder, "report.html")} in a browser");
        screen.Line($"  dotnet run --project Experiments -- predict --model {model} picture.png");
    }
}
