using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>A model judged on labelled rows: our figures, ML.NET's beside them, and the predictions they were computed from.</summary>
public sealed record TestEvaluation
{
    /// <summary>The share of rows classified rightly, 0 to 1; ML.NET calls it micro-accuracy.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Wilson's 95 % interval of <see cref="Accuracy"/>: what to expect on other rows of the same kind.</summary>
    public required Interval AccuracyInterval { get; init; }

    /// <summary>The mean of −ln p over rows, in nats; see <see cref="Evaluation.LogLoss"/>.</summary>
    public required double LogLoss { get; init; }

    /// <summary>What ML.NET's multiclass evaluator says.</summary>
    public required MulticlassClassificationMetrics MlNet { get; init; }

    public required ConfusionCounts Confusion { get; init; }

    public required ClassificationReport Report { get; init; }

    public required Predictions Predictions { get; init; }

    /// <summary>One name a class, in class order.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Rows not judged, because their label is missing or one of their scores is not finite.</summary>
    public required int SkippedRows { get; init; }

    /// <summary>Figures that take longer to compute; computed when first asked for.</summary>
    public FurtherFigures Further => field ??= FurtherFigures.Of(Predictions, Confusion);

    /// <summary>The share of rows classified wrongly.</summary>
    public double MisclassificationRate => Predictions.Count == 0 ? 0 : 1 - Accuracy;

    /// <summary>The share of rows whose true class is among the <paramref name="k"/> highest scores.</summary>
    public double TopK(int k) => TopKAccuracy.Of(Predictions, k);
}
