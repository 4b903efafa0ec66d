using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Cross-validation around a choice (M. Stone, "Cross-validatory choice and assessment of statistical predictions", 1974): within each outer
/// fold the candidates are compared on inner folds of its training rows alone, and only the winner is judged on the outer test rows. What a
/// grid search reports for its winner is too good, since the winner was picked by it; this is what to expect.
/// </summary>
public static class NestedCrossValidation
{
    /// <summary>Runs outer fold after outer fold, each when the caller asks for the next.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="data">The rows to split.</param>
    /// <param name="candidates">What there is to choose from: a name, and what makes the untrained pipeline of a fold.</param>
    /// <param name="outer">How the rows are split for judging.</param>
    /// <param name="inner">How the training rows of an outer fold are split for choosing.</param>
    /// <param name="labelColumnName">The column with the class.</param>
    /// <param name="cancellationToken">Looked at before each training.</param>
    /// <exception cref="ArgumentException">No candidate, no such column, or too few rows.</exception>
    public static IEnumerable<NestedFoldResult> Run(
        MLContext mlContext, IDataView data, IReadOnlyList<(string Name, Func<int, IEstimator<ITransformer>> Pipeline)> candidates,
        Protocol outer, Protocol inner, string labelColumnName = "Label", CancellationToken cancellationToken = default)
    {
        if (candidates.Count == 0)
            throw new ArgumentException("At least one candidate is needed to choose from. Received: none.", nameof(candidates));

        var folds = outer.Split(LabelCodes.Read(data, labelColumnName));
        return Enumerate();

        IEnumerable<NestedFoldResult> Enumerate()
        {
            for (var fold = 0; fold < folds.Count; fold++)
            {
                var train = new RowSubsetView(data, folds[fold].Train);
                var scores = candidates
                    .Select(candidate => (candidate.Name, Spread.Of([.. CrossValidation
                        .Run(mlContext, train, candidate.Pipeline, inner, labelColumnName, 0, cancellationToken).Select(result => result.Evaluation.Accuracy)])))
                    .ToImmutableArray();
                var best = Enumerable.Range(0, scores.Length).MaxBy(i => scores[i].Item2.Mean);
                cancellationToken.ThrowIfCancellationRequested();
                var model = candidates[best].Pipeline(fold).Fit(train);
                var scored = model.Transform(new RowSubsetView(data, folds[fold].Test));
                yield return new NestedFoldResult(fold, candidates[best].Name, scores, HoldOut.Evaluate(mlContext, scored, labelColumnName));
            }
        }
    }
}
