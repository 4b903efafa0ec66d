using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>What can be said of predictions beyond accuracy and the classification report.</summary>
public sealed record FurtherFigures
{
    /// <summary>See <see cref="Agreement.CohensKappa"/>.</summary>
    public required double CohensKappa { get; init; }

    /// <summary>See <see cref="Agreement.MatthewsCorrelation"/>.</summary>
    public required double MatthewsCorrelation { get; init; }

    /// <summary>Each class against the rest, in class order.</summary>
    public required ImmutableArray<RocCurve> RocCurves { get; init; }

    /// <summary>Each class against the rest, in class order.</summary>
    public required ImmutableArray<PrecisionRecallCurve> PrecisionRecallCurves { get; init; }

    /// <summary>Over 15 bins; of meaning where the scores are probabilities.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>95 % interval of the macro F1, by bootstrap of the test rows with seed 0.</summary>
    public required Interval MacroF1Interval { get; init; }

    /// <summary>95 % interval of <see cref="CohensKappa"/>, likewise.</summary>
    public required Interval CohensKappaInterval { get; init; }

    /// <summary>95 % interval of <see cref="MatthewsCorrelation"/>, likewise.</summary>
    public required Interval MatthewsCorrelationInterval { get; init; }

    /// <summary>The mean ROC area of the classes that have one.</summary>
    public double MacroRocArea => RocCurve.Mean(RocCurves.Select(curve => curve.Area));

    /// <summary>The mean average precision of the classes that have one.</summary>
    public double MacroAveragePrecision => RocCurve.Mean(PrecisionRecallCurves.Select(curve => curve.AveragePrecision));

    internal static FurtherFigures Of(Predictions predictions, ConfusionCounts counts)
    {
        var classes = Enumerable.Range(0, predictions.Classes).ToList();
        var intervals = Bootstrap.Of(predictions, [MacroF1, Agreement.CohensKappa, Agreement.MatthewsCorrelation]);
        return new FurtherFigures
        {
            CohensKappa = Agreement.CohensKappa(counts),
            MatthewsCorrelation = Agreement.MatthewsCorrelation(counts),
            RocCurves = [.. classes.Select(k => RocCurve.Of(predictions, k))],
            PrecisionRecallCurves = [.. classes.Select(k => PrecisionRecallCurve.Of(predictions, k))],
            Calibration = Calibration.Of(predictions),
            MacroF1Interval = intervals[0],
            CohensKappaInterval = intervals[1],
            MatthewsCorrelationInterval = intervals[2],
        };
    }

    private static double MacroF1(ConfusionCounts counts)
    {
        var sum = 0.0;
        for (var k = 0; k < counts.Classes; k++)
            sum += counts.F1(k);
        return sum / counts.Classes;
    }
}
