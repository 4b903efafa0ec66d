using System.Diagnostics;
using System.Globalization;
using MlNetFashion.Pipelines;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>A download under way as a picture: what happened so far, and the current file as a bar with its speed and time left.</summary>
internal sealed class DownloadView(string doing, int width)
{
    private const int WidestBar = 40;
    private const int RoomBesideBar = 44;

    private readonly List<string> notes = [];
    private readonly Stopwatch sinceStart = new();
    private DownloadProgress? now;
    private long receivedBefore;

    public void Update(DownloadProgress progress)
    {
        if (progress.Note is { } note)
            notes.Add($"{progress.File}: {note}");
        if (now is null || now.File != progress.File || now.Address != progress.Address)
        {
            receivedBefore = progress.Received;
            sinceStart.Restart();
        }

        now = progress;
    }

    public IRenderable Render()
    {
        var lines = notes.Select(note => (IRenderable)new Text(note, new Style(Color.Yellow))).ToList();
        lines.Add(now is null ? new Markup($"[grey]{Markup.Escape(doing)} ...[/]") : Current(now, sinceStart.Elapsed));
        return new Rows(lines);
    }

    private Markup Current(DownloadProgress progress, TimeSpan elapsed)
    {
        var speed = elapsed > TimeSpan.Zero ? (progress.Received - receivedBefore) / elapsed.TotalSeconds : 0;
        var head = string.Create(CultureInfo.InvariantCulture, $"downloading {progress.File} ({progress.FileNumber} of {progress.FileCount}) from {progress.Address.Host}");
        return new Markup($"{Markup.Escape(head)}\n{Bar(progress, speed)}");
    }

    private string Bar(DownloadProgress progress, double speed)
    {
        var rate = speed > 0 ? $"  {Figures.Bytes((long)speed)}/s" : "";
        if (progress.Total is not > 0)
            return $"{Figures.Bytes(progress.Received)}[grey]{rate}[/]";

        var total = progress.Total.Value;
        var length = Math.Clamp(width - RoomBesideBar, 10, WidestBar);
        var done = (int)Math.Clamp(length * progress.Received / total, 0, length);
        var left = speed > 0 ? $", {Figures.Duration(TimeSpan.FromSeconds((total - progress.Received) / speed))} left" : "";
        return $"[green]{new string('━', done)}[/][grey]{new string('─', length - done)}[/] {Figures.Bytes(progress.Received)} of {Figures.Bytes(total)}[grey]{rate}{left}[/]";
    }
}
