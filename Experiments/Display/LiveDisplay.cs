using System.Diagnostics;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>Redraws in place: for a person at a terminal.</summary>
internal sealed class LiveDisplay(Screen screen) : IRunDisplay
{
    public T Step<T>(string doing, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = screen.Console.Status().Spinner(Spinner.Known.Dots).Start(Markup.Escape(doing), _ => work());
        screen.Console.MarkupLineInterpolated($"[green]✓[/] {doing} [grey]({Figures.Duration(watch.Elapsed)})[/]");
        return result;
    }

    public T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work)
    {
        var view = new DownloadView(doing, screen.Traits.Width);
        return Redraw(view.Render, lastPicture: null, redraw => work(new DirectProgress<DownloadProgress>(progress =>
        {
            view.Update(progress);
            redraw(progress.Note is not null);
        })));
    }

    public T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work)
    {
        var view = new TrainingView(title, screen.Traits.Width);
        return Redraw(view.Render, view.RenderEnd, redraw => work(new DirectProgress<TrainingProgress>(progress =>
        {
            view.Update(progress);
            redraw(progress.CompletedEpoch is not null);
        })));
    }

    public T TrainFromLog<T>(string title, Func<IProgress<string>, T> work)
    {
        var view = new LogView(title);
        return Redraw(view.Render, view.Render, redraw => work(new DirectProgress<string>(line =>
        {
            view.Add(line);
            redraw(false);
        })));
    }

    /// <param name="picture">The work under way.</param>
    /// <param name="lastPicture">What stays when it has ended; null leaves nothing.</param>
    /// <param name="work">Gets what to call when something changed; true means that it is to be seen at once.</param>
    private T Redraw<T>(Func<IRenderable> picture, Func<IRenderable>? lastPicture, Func<Action<bool>, T> work) =>
        screen.Console.Live(picture()).AutoClear(lastPicture is null).Start(context =>
        {
            var pace = new RedrawPace();
            var result = work(important =>
            {
                if (pace.IsDue(important))
                    context.UpdateTarget(picture());
            });
            if (lastPicture is not null)
                context.UpdateTarget(lastPicture());
            return result;
        });
}
