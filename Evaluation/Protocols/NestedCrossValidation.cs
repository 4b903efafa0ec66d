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
    /// <summary>Runs the outer folds that are not kept yet; inner folds are kept as well.</summary>
    /// <param name="mlContext">The context that judges kept folds anew.</param>
    /// <param name="labels">The class of each row, as any number that tells classes apart.</param>
    /// <param name="candidates">What there is to choose from, by name.</param>
    /// <param name="outer">How the rows are split for judging.</param>
    /// <param name="inner">How the training rows of an outer fold are split for choosing.</param>
    /// <param name="store">Where outer folds are kept, and the inner ones within.</param>
    /// <param name="atOnce">How many outer folds run at the same time.</param>
    /// <param name="work">Trains the candidate of that place on the training rows of a split, and judges it on the others.</param>
    /// <param name="progress">Told after each outer fold.</param>
    /// <param name="cancellationToken">Given to <paramref name="work"/>; finished folds stay kept.</param>
    /// <returns>
    /// The outer folds: <see cref="FoldOutcome.Chosen"/> has the best mean accuracy over the inner folds, the first of equals, and
    /// <see cref="FoldOutcome.Figures"/> the mean of each candidate.
    /// </returns>
    /// <exception cref="ArgumentException">No candidate, or too few rows.</exception>
    public static ImmutableArray<FoldOutcome> Run(
        MLContext mlContext, IReadOnlyList<int> labels, IReadOnlyList<string> candidates, Protocol outer, Protocol inner, FoldStore store, int atOnce,
        Func<int, Fold, CancellationToken, FoldOutcome> work, IProgress<FoldsProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var folds = outer.Split(labels).Count;
        RunPart(Enumerable.Range(0, folds), mlContext, labels, candidates, outer, inner, store, atOnce, work, progress, cancellationToken);
        return store.ReadAll(mlContext, folds);
    }

    /// <summary>Runs what is missing of some outer folds, by their numbers from 0; the others are somebody else's. All else as <see cref="Run"/> has it.</summary>
    /// <exception cref="ArgumentException">No candidate, or too few rows.</exception>
    public static void RunPart(
        IEnumerable<int> part, MLContext mlContext, IReadOnlyList<int> labels, IReadOnlyList<string> candidates, Protocol outer, Protocol inner, FoldStore store, int atOnce,
        Func<int, Fold, CancellationToken, FoldOutcome> work, IProgress<FoldsProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (candidates.Count == 0)
            throw new ArgumentException("At least one candidate is needed to choose from. Received: none.", nameof(candidates));

        var folds = outer.Split(labels);
        FoldWork.RunPart(part, folds.Count, store, atOnce, RunOne, progress, cancellationToken);

        FoldOutcome RunOne(int fold, CancellationToken stop)
        {
            var rows = folds[fold].Train;
            var splits = inner.Split([.. rows.Select(row => labels[row])]).Select(split => new Fold(Rows(split.Train), Rows(split.Test))).ToList();
            var means = candidates.Select((candidate, place) => FoldWork.Run(
                mlContext, splits.Count, Inner(store, fold, candidate), 1,
                (split, innerStop) => work(place, splits[split], innerStop), null, stop).Average(outcome => outcome.Evaluation.Accuracy)).ToList();
            var best = means.IndexOf(means.Max());
            return work(best, folds[fold], stop) with
            {
                Chosen = candidates[best],
                Figures = candidates.Zip(means).ToDictionary(pair => pair.First, pair => pair.Second),
            };

            ImmutableArray<int> Rows(ImmutableArray<int> places) => [.. places.Select(place => rows[place])];
        }
    }

    /// <summary>How many trainings an earlier run has kept, of all that <see cref="Run"/> takes: for each outer fold one for each candidate and inner fold, and one of the chosen.</summary>
    /// <param name="candidates">What there is to choose from, by name.</param>
    /// <param name="folds">The numbers of the outer folds.</param>
    /// <param name="innerFolds">Folds within each.</param>
    /// <param name="store">Where they are kept.</param>
    /// <exception cref="InvalidDataException">The store holds folds of something else.</exception>
    public static int CountKept(IReadOnlyList<string> candidates, IEnumerable<int> folds, int innerFolds, FoldStore store) => folds.Sum(fold =>
        candidates.Select(candidate => Inner(store, fold, candidate)).Sum(inner => Enumerable.Range(0, innerFolds).Count(inner.IsKept)) + (store.IsKept(fold) ? 1 : 0));

    private static FoldStore Inner(FoldStore store, int fold, string candidate) => store.Within(FormattableString.Invariant($"fold-{fold:D3}-inner")).Within(candidate);
}
