using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>How loss and accuracy went from epoch to epoch, on the rows trained on and on those held back.</summary>
public sealed class LearningCurves
{
    private readonly IReadOnlyList<EpochRecord> _history;

    /// <summary>The curves of one training.</summary>
    /// <param name="history">At least one epoch, in order.</param>
    /// <exception cref="ArgumentException">No epoch.</exception>
    public LearningCurves(IReadOnlyList<EpochRecord> history)
    {
        if (history.Count == 0)
            throw new ArgumentException("Learning curves need at least one epoch. Received: none.", nameof(history));
        _history = history;
        BestEpoch = history.Where(epoch => epoch.ValidationAccuracy is not null).MaxBy(epoch => epoch.ValidationAccuracy)?.Epoch;
    }

    /// <summary>The first epoch with the highest validation accuracy; null without validation.</summary>
    public int? BestEpoch { get; }

    /// <summary>Loss against epoch.</summary>
    public Figure DrawLoss(FigureCaption caption) =>
        Draw("learning-curve-loss", "Loss", "loss", epoch => epoch.Loss, epoch => epoch.ValidationLoss, caption);

    /// <summary>Accuracy against epoch.</summary>
    public Figure DrawAccuracy(FigureCaption caption) =>
        Draw("learning-curve-accuracy", "Accuracy", "accuracy", epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy, caption);

    private Figure Draw(
        string name, string title, string quantity, Func<EpochRecord, double> train, Func<EpochRecord, double?> validation, FigureCaption caption)
    {
        var series = new List<LineSeries> { new("Training", [.. _history.Select(e => ((double)e.Epoch, train(e)))], 0, 0, Dots: true) };
        var held = _history.Where(e => validation(e) is not null).Select(e => ((double)e.Epoch, validation(e)!.Value)).ToList();
        if (held.Count > 0)
            series.Add(new LineSeries("Validation", held, 1, 1, Dots: true));

        return new LineChart
        {
            Name = name,
            Title = title + " by epoch",
            Description = Describe(quantity, series),
            XLabel = "epoch",
            YLabel = quantity,
            WholeX = true,
            Series = series,
            Mark = BestEpoch is { } best && _history.Count > 1
                ? (best, $"highest validation accuracy: epoch {best.ToString(CultureInfo.InvariantCulture)}")
                : null,
        }.Draw(caption);
    }

    private static string Describe(string quantity, List<LineSeries> series) => string.Join(' ', series.Select(line =>
        $"{line.Name} {quantity} goes from {FixedDigits.Format(line.Points[0].Y, 4)} at epoch {SvgWriter.Number(line.Points[0].X)} " +
        $"to {FixedDigits.Format(line.Points[^1].Y, 4)} at epoch {SvgWriter.Number(line.Points[^1].X)}."));
}
