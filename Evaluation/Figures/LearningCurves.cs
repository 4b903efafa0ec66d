using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>How loss and accuracy went from epoch to epoch, on the rows trained on, on those held back and, where measured, on the test rows.</summary>
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
        Draw("learning-curve-loss", "Loss", "loss", epoch => epoch.Loss, epoch => epoch.ValidationLoss, epoch => epoch.TestLoss, caption);

    /// <summary>Accuracy against epoch.</summary>
    public Figure DrawAccuracy(FigureCaption caption) =>
        Draw("learning-curve-accuracy", "Accuracy", "accuracy", epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy, epoch => epoch.TestAccuracy, caption);

    private Figure Draw(
        string name, string title, string quantity, Func<EpochRecord, double> train, Func<EpochRecord, double?> validation,
        Func<EpochRecord, double?> test, FigureCaption caption)
    {
        var series = new List<LineSeries> { new("Training", [.. _history.Select(e => ((double)e.Epoch, train(e)))], 0, 0, Dots: true) };
        Add("Validation", validation, 1);
        Add("Test", test, 2);

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

        void Add(string name, Func<EpochRecord, double?> figure, int colour)
        {
            var points = _history.Where(epoch => figure(epoch) is not null).Select(epoch => ((double)epoch.Epoch, figure(epoch)!.Value)).ToList();
            if (points.Count > 0)
                series.Add(new LineSeries(name, points, colour, colour, Dots: true));
        }
    }

    private static string Describe(string quantity, List<LineSeries> series) => string.Join(' ', series.Select(line =>
        $"{line.Name} {quantity} goes from {FixedDigits.Format(line.Points[0].Y, 4)} at epoch {SvgWriter.Number(line.Points[0].X)} " +
        $"to {FixedDigits.Format(line.Points[^1].Y, 4)} at epoch {SvgWriter.Number(line.Points[^1].X)}."));
}
