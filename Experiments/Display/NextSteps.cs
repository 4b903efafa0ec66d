using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Display;

/// <summary>What one may want to do with a finished run.</summary>
internal static class NextSteps
{
    public static void Show(Screen screen, Workplace workplace, FinishedRun run)
    {
        var folder = Workplace.Shorten(run.Folder, Directory.GetCurrentDirectory());
        var model = Path.Combine(folder, Path.GetFileName(run.ModelPath));
        screen.Line();
        screen.Line("Next:");
        screen.Line($"  open {Path.Combine(folder, "report.html")} in a browser");
        screen.Line($"  {Run(workplace)} predict --model {model} picture.png");
    }

    /// <summary>How to start the program from the current folder.</summary>
    private static string Run(Workplace workplace)
    {
        var project = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(workplace.Root, "Experiments"));
        return project == "." ? "dotnet run --" : $"dotnet run --project {project} --";
    }
}
