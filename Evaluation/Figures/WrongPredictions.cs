using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>The rows a model got wrong, the surest first: what it is most mistaken about, and often where labels are wrong.</summary>
public sealed class WrongPredictions
{
    private const int Columns = 3;
    private const double Gap = 10;
    private const double Top = 58;

    /// <summary>Finds them.</summary>
    /// <param name="predictions">All rows.</param>
    /// <param name="classNames">One name a class.</param>
    /// <param name="images">The pictures, by position in the data; null where there are none.</param>
    /// <param name="atMost">How many to keep, 25 by default.</param>
    public WrongPredictions(Predictions predictions, IReadOnlyList<string> classNames, GreyImages? images = null, int atMost = 25)
    {
        var wrong = Enumerable.Range(0, predictions.Count).Where(row => !predictions.IsCorrect(row)).ToList();
        Total = wrong.Count;
        var surest = wrong.OrderByDescending(predictions.Confidence).ThenBy(row => row).Take(atMost).ToList();
        Cards = [.. surest.Select(row => Card(predictions, row, classNames, images))];
        Positions = [.. surest.Select(row => predictions.Positions[row])];
    }

    /// <summary>How many rows were wrong in all.</summary>
    public int Total { get; }

    /// <summary>The surest of them.</summary>
    public ImmutableArray<PredictionCard> Cards { get; }

    /// <summary>Where those pictures stand in the data.</summary>
    public ImmutableArray<int> Positions { get; }

    /// <summary>All cards on one sheet.</summary>
    /// <exception cref="InvalidOperationException">Nothing was wrong.</exception>
    public Figure Draw(FigureCaption caption)
    {
        if (Cards.IsEmpty)
            throw new InvalidOperationException("A sheet of wrong predictions needs at least one. Received: none.");

        var svg = new SvgWriter();
        svg.Text(16, 26, "Wrong predictions, the surest first", style: "title");
        var count = Cards.Length.ToString(CultureInfo.InvariantCulture);
        svg.Text(16, 45, $"{count} of {Total.ToString("N0", CultureInfo.InvariantCulture)}", style: "muted");
        var height = Cards.Max(card => card.Height);
        for (var i = 0; i < Cards.Length; i++)
            Cards[i].DrawAt(svg, 16 + i % Columns * (PredictionCard.Width + Gap), Top + i / Columns * (height + Gap));
        var rows = (Cards.Length + Columns - 1) / Columns;
        var bottom = Top + rows * (height + Gap);
        svg.Text(16, bottom + 14, caption.Text, style: "muted small");
        return new Figure(
            "wrong-predictions", "Wrong predictions", $"The {count} surest of {Total.ToString("N0", CultureInfo.InvariantCulture)} wrong predictions, each with its picture and scores.",
            32 + Columns * (PredictionCard.Width + Gap) - Gap, bottom + 26, svg, caption);
    }

    internal static PredictionCard Card(Predictions predictions, int row, IReadOnlyList<string> classNames, GreyImages? images)
    {
        var position = predictions.Positions[row];
        var card = new PredictionCard
        {
            Name = "wrong-" + position.ToString(CultureInfo.InvariantCulture),
            Heading = "test row " + position.ToString(CultureInfo.InvariantCulture),
            ClassNames = classNames,
            Scores = predictions.SharesOf(row),
            Predicted = predictions.Predicted[row],
            Actual = predictions.Actual[row],
        };
        return images is not null && position < images.Count ? card.WithImage(images[position], images.Width) : card;
    }
}
