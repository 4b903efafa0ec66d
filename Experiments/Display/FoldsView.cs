using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.NeuralNetworks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetFashion.Experiments.Display;

/// <summary>Folds under way: those finished, those at work with what they are doing, and the time left. Told from several threads.</summary>
/// <param name="title">What is run.</param>
/// <param name="changed">Called after every change, true where it is worth a line; calls do not overlap.</param>
internal sealed class FoldsView(string title, Action<FoldsView, bool> changed) : IProgress<FoldsProgress>
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, string> atWork = [];
    private readonly SortedDictionary<int, FoldOutcome> finished = [];

    private string? trained;
    private bool tellsTrained;

    public string Title => title;

    /// <summary>How far the folds have come; null before the first report.</summary>
    public FoldsProgress? Now { get; private set; }

    public void Report(FoldsProgress value)
    {
        lock (gate)
        {
            Now = value;
            if (value.Last is { } last)
            {
                finished[last.Fold] = last.Outcome;
                atWork.Remove(last.Fold);
            }

            changed(this, true);
        }
    }

    /// <summary>How many trainings have finished, where a fold is many of them or folds are told of only in the end; a line for each tenth.</summary>
    /// <param name="now">Finished, those kept from an earlier run included.</param>
    /// <param name="all">All of them.</param>
    /// <param name="left">How long the others take at this pace.</param>
    public void Trained(int now, int all, TimeSpan left) => Tell(
        $"{Figures.Plain(now)} of {Figures.Plain(all)} trainings{(now < all ? $", about {Figures.Duration(left)} left" : "")}", now * 10 / all > (now - 1) * 10 / all);

    /// <summary>How many trainings an earlier run has left, where a fold is many of them or folds are told of only in the end.</summary>
    public void Kept(int kept, int all) => Tell($"{Figures.Plain(kept)} of {Figures.Plain(all)} trainings were kept from an earlier run (--fresh runs them again)", isLine: true);

    /// <summary>What a fold reports of its network's training.</summary>
    public IProgress<TrainingProgress> ProgressOf(int fold, string what) => new DirectProgress<TrainingProgress>(progress => Show(fold, string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: epoch {progress.Epoch}/{progress.Epochs}, {(progress.Batches == 0 ? 0 : 100L * progress.Batch / progress.Batches)} %, loss {Figures.Loss(progress.Loss)}, train {Figures.Percent(progress.Accuracy)}, at most {Figures.Duration(progress.Remaining)} left")));

    /// <summary>What a fold's trainer logs.</summary>
    public IProgress<string> LogOf(int fold, string what) => new DirectProgress<string>(line => Show(fold, $"{what}: {line}"));

    /// <summary>The last report as a line.</summary>
    public string Line()
    {
        if (tellsTrained)
            return trained!;

        var progress = Now!;
        if (progress.Last is not { } last)
        {
            return progress.Reused == 0
                ? $"{title}: {Folds(progress.Folds)}"
                : $"{title}: {Figures.Plain(progress.Reused)} of {Folds(progress.Folds)} {(progress.Reused == 1 ? "was" : "were")} kept from an earlier run (--fresh runs them again)";
        }

        var left = progress.Remaining is { } remaining && progress.Finished < progress.Folds && remaining > TimeSpan.Zero ? $", about {Figures.Duration(remaining)} left" : "";
        var chosen = last.Outcome.Chosen is { } name ? $", chose {name}" : "";
        return $"fold {Figures.Plain(last.Fold + 1)} of {Figures.Plain(progress.Folds)}: accuracy {Figures.Percent(last.Outcome.Evaluation.Accuracy)}, " +
            $"log loss {Figures.Loss(last.Outcome.Evaluation.LogLoss)}, trained in {Figures.Duration(last.Outcome.Training)}{chosen}{left}";
    }

    public IRenderable Render()
    {
        lock (gate)
        {
            var lines = new List<IRenderable> { new Markup($"[bold]{Markup.Escape(title)}[/]") };
            lines.AddRange(finished.Select(fold => new Text(
                $"  ✓ fold {Figures.Plain(fold.Key + 1)}: {Figures.Percent(fold.Value.Evaluation.Accuracy)}{(fold.Value.Chosen is { } name ? $", chose {name}" : "")}, {Figures.Duration(fold.Value.Training)}")));
            if (Now is not { } state || state.Finished < state.Folds)
                lines.AddRange(atWork.Values.Select(text => new Text("  … " + text, new Style(Color.Grey)).Overflow(Overflow.Ellipsis)));
            if (trained is not null && Now is { } halfway && halfway.Finished < halfway.Folds)
                lines.Add(new Text("  " + trained, new Style(Color.Grey)));
            if (Now is { } progress)
            {
                var left = progress.Remaining is { } remaining ? $", about {Figures.Duration(remaining)} left" : "";
                var rest = progress.Finished < progress.Folds && progress.Remaining != TimeSpan.Zero ? $"{left}; Ctrl-C stops, finished folds are kept" : "";
                lines.Add(new Text($"  {Figures.Plain(progress.Finished)} of {Folds(progress.Folds)}{rest}", new Style(Color.Grey)));
            }

            return new Rows(lines);
        }
    }

    private static string Folds(int count) => count == 1 ? "1 fold" : $"{Figures.Plain(count)} folds";

    private void Tell(string text, bool isLine)
    {
        lock (gate)
        {
            trained = text;
            tellsTrained = isLine;
            changed(this, isLine);
            tellsTrained = false;
        }
    }

    private void Show(int fold, string text)
    {
        lock (gate)
        {
            atWork[fold] = text;
            changed(this, false);
        }
    }
}
