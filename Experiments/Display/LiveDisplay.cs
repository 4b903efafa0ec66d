using System.Diagnostics;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;
using Spectre.Console;

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

    public T Download<T>(string doing, Func<IProgress<DownloadProgress>, T> work) => screen.Console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            ProgressTask? bar = null;
            var file = "";
            return work(new DirectProgress<DownloadProgress>(progress =>
            {
                if (bar is null || file != progress.File)
                {
                    file = progress.File;
                    bar = context.AddTask(Markup.Escape(progress.File));
                }

                if (progress.Note is { } note)
                    screen.Console.MarkupLineInterpolated($"[yellow]{progress.File}: {note}[/]");
                bar.IsIndeterminate = progress.Total is null;
                bar.MaxValue = progress.Total ?? Math.Max(progress.Received, 1);
                bar.Value = progress.Received;
            }));
        });

    public T Train<T>(string title, Func<IProgress<TrainingProgress>, T> work)
    {
        var view = new TrainingView(title, screen.Traits.Width);
        return Redraw(view.Render(), redraw => work(new DirectProgress<TrainingProgress>(progress =>
        {
            view.Update(progress);
            redraw(progress.CompletedEpoch is not null, view.Render);
        })));
    }

    public T TrainFromLog<T>(string title, Func<IProgress<string>, T> work)
    {
        var view = new LogView(title);
        return Redraw(view.Render(), redraw => work(new DirectProgress<string>(line =>
        {
            view.Add(line);
            redraw(false, view.Render);
        })));
    }

    private T Redraw<T>(Spectre.Console.Rendering.IRenderable first, Func<Action<bool, Func<Spectre.Console.Rendering.IRenderable>>, T> work) =>
        screen.Console.Live(first).Start(context =>
        {
            var pace = new RedrawPace();
            Func<Spectre.Console.Rendering.IRenderable>? last = null;
            var result = work((must, render) =>
            {
                last = render;
                if (pace.IsDue(must))
                    context.UpdateTarget(render());
            });
            if (last is not null)
                context.UpdateTarget(last());
            return result;
        });
}
