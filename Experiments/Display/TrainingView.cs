using System.Globalization;
using MlNetFashion.NeuralNetworks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>A training under way as a picture: the last epochs as a table, the current one as a bar with its figures.</summary>
internal sealed class TrainingView(string title, int width)
{
    private const int EpochsShown = 8;
    private const int WidestBar = 50;
    private const int RoomBesideBar = 30;

    private readonly Queue<EpochResult> epochs = new();
    private TrainingProgress? now;
    private EpochResult? best;

    public void Update(TrainingProgress progress)
    {
        now = progress;
        if (progress.CompletedEpoch is not { } epoch)
            return;
        epochs.Enqueue(epoch);
        if (epochs.Count > EpochsShown)
            epochs.Dequeue();
        if (best is null || epoch.ValidationAccuracy > best.ValidationAccuracy)
            best = epoch;
    }

    /// <summary>The training under way.</summary>
    public IRenderable Render() => new Rows([.. Past(), now is null ? new Markup("[grey]preparing ...[/]") : new Markup(Current(now))]);

    /// <summary>The training when it has ended.</summary>
    public IRenderable RenderEnd() => new Rows(Past());

    private IEnumerable<IRenderable> Past()
    {
        yield return new Markup($"[bold]{Markup.Escape(title)}[/]");
        if (epochs.Count > 0)
            yield return EpochTable();
    }

    private Table EpochTable()
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        foreach (var heading in new[] { "epoch", "loss", "train", "val loss", "validation", "time" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var epoch in epochs)
        {
            var validation = epoch.ValidationAccuracy is { } accuracy ? Figures.Percent(accuracy) : "";
            table.AddRow(
                epoch.Epoch.ToString(CultureInfo.InvariantCulture),
                Figures.Loss(epoch.Loss),
                Figures.Percent(epoch.Accuracy),
                epoch.ValidationLoss is { } loss ? Figures.Loss(loss) : "",
                epoch == best ? $"[green]{validation}[/]" : validation,
                Figures.Duration(epoch.Elapsed));
        }

        return table;
    }

    private string Current(TrainingProgress progress)
    {
        var length = Math.Clamp(width - RoomBesideBar, 10, WidestBar);
        var done = progress.Batches == 0 ? 0 : (int)((long)length * progress.Batch / progress.Batches);
        var bar = $"[green]{new string('━', done)}[/][grey]{new string('─', length - done)}[/]";
        var validation = best?.ValidationAccuracy is { } accuracy
            ? string.Create(CultureInfo.InvariantCulture, $"  best validation [bold]{Figures.Percent(accuracy)}[/] (epoch {best.Epoch})")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch}/{progress.Epochs} {bar} {progress.Batch}/{progress.Batches}\n")
            + $"loss {Figures.Loss(progress.Loss)}  train {Figures.Percent(progress.Accuracy)}{validation}\n"
            + $"[grey]{Figures.Rate(progress.ImagesPerSecond)} images/s, at most {Figures.Duration(progress.Remaining)} left, Ctrl-C stops[/]";
    }
}
