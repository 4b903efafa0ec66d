using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Shows folds while they run: redrawn in place at a terminal, a line a finished fold elsewhere, nothing where quiet was asked for.</summary>
internal static class FoldsDisplay
{
    public static T Run<T>(Screen screen, bool quiet, string title, Func<FoldsView, T> work)
    {
        if (quiet)
            return work(new FoldsView(title, (_, _) => { }));
        if (!screen.Traits.IsLive)
        {
            return work(new FoldsView(title, (view, isLine) =>
            {
                if (isLine)
                    screen.Line(view.Line());
            }));
        }

        var pace = new RedrawPace();
        var empty = new FoldsView(title, (_, _) => { });
        return screen.Console.Live(empty.Render()).Start(context =>
        {
            var view = new FoldsView(title, (now, important) =>
            {
                if (pace.IsDue(important))
                    context.UpdateTarget(now.Render());
            });
            var result = work(view);
            context.UpdateTarget(view.Render());
            return result;
        });
    }
}
