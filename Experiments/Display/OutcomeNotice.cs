using System.Diagnostics;
using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>What one run came to: accuracy with its interval, the report per class, the confusion table, ML.NET's metrics, costs, folder.</summary>
internal static class OutcomeNotice
{
    public static void Show(Screen screen, RunRequest request, FinishedRun run)
    {
        var evaluation = run.Evaluation;
        var data = run.Description.DataSet;
        if (!request.Quiet)
        {
            Heading(screen, $"Test result: {request.Experiment.Name} on {data.Name}, seed {Figures.Plain(run.Seed)}");
            screen.Line(ClassificationReportText.Render(evaluation.Report).TrimEnd());
            screen.Line();
            screen.Line(ConfusionText.Render(evaluation.Confusion, evaluation.ClassNames).TrimEnd());
            screen.Line();
        }

        screen.Console.MarkupLineInterpolated(
            $"[bold green]accuracy {Figures.Percent(evaluation.Accuracy)}[/] (95 % interval {Figures.Percent(evaluation.AccuracyInterval.Lower)} to {Figures.Percent(evaluation.AccuracyInterval.Upper)}), log loss {Figures.Loss(evaluation.LogLoss)}, {Figures.Count(data.TestRows)} test images of {data.Name}, seed {Figures.Plain(run.Seed)}");
        if (!request.Quiet)
            ShowDetails(screen, run);
        screen.Wrapped("run folder", run.Folder);
        screen.Wrapped("report", Path.Combine(run.Folder, "report.html"));
    }

    private static void ShowDetails(Screen screen, FinishedRun run)
    {
        var metrics = run.Evaluation.MlNet;
        if (run.Description.Reported is { } reported)
        {
            screen.Wrapped("reported", run.Description.DataSet.IsSketch
                ? $"{Figures.Percent(reported.Accuracy)} by {reported.Source}, on Fashion-MNIST: not comparable with sketch data"
                : $"{Figures.Percent(reported.Accuracy)} by {reported.Source}");
        }

        screen.Wrapped("ML.NET", $"micro accuracy {Figures.Loss(metrics.MicroAccuracy)}, macro accuracy {Figures.Loss(metrics.MacroAccuracy)}, "
            + $"log loss {Figures.Loss(metrics.LogLoss)}, log-loss reduction {Figures.Loss(metrics.LogLossReduction)}");
        if (run.TrainAccuracy is { } train)
        {
            screen.Wrapped("training", string.Create(CultureInfo.InvariantCulture,
                $"accuracy {Figures.Percent(train)} on the training images, {100 * (train - run.Evaluation.Accuracy):+0.00;-0.00} points from test"));
        }

        if (run.Trained.Temperature is { } temperature)
            screen.Wrapped("calibrated", string.Create(CultureInfo.InvariantCulture, $"logits divided by {temperature:F3}, chosen by the validation images"));
        screen.Wrapped("time", string.Join(", ", run.Description.Durations.Select(stage => $"{stage.Key} {Figures.Duration(stage.Value)}"))
            + $", all {Figures.Duration(run.Total)}");
        using var process = Process.GetCurrentProcess();
        screen.Wrapped("peak memory", Figures.Bytes(process.PeakWorkingSet64));
    }

    private static void Heading(Screen screen, string text)
    {
        screen.Line();
        screen.Console.MarkupLineInterpolated($"[bold underline]{text}[/]");
        screen.Line();
    }
}
