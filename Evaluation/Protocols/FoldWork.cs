using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>Runs the folds that are not kept yet, one after another or several at a time, and keeps each as it finishes.</summary>
public static class FoldWork
{
    /// <summary>Runs what is missing and gives all folds in order.</summary>
    /// <param name="mlContext">The context that judges kept folds anew.</param>
    /// <param name="folds">How many there are.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="atOnce">How many run at the same time, at least 1.</param>
    /// <param name="work">Trains and judges one fold, given its number from 0; called from several threads where several run at a time.</param>
    /// <param name="progress">Told before the first fold and after each; calls do not overlap.</param>
    /// <param name="cancellationToken">Given to <paramref name="work"/>; finished folds stay kept.</param>
    /// <exception cref="InvalidDataException">The store holds folds of something else, or a damaged one.</exception>
    public static ImmutableArray<FoldOutcome> Run(
        MLContext mlContext, int folds, FoldStore store, int atOnce, Func<int, CancellationToken, FoldOutcome> work,
        IProgress<FoldsProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        RunPart(Enumerable.Range(0, folds), folds, store, atOnce, work, progress, cancellationToken);
        return store.ReadAll(mlContext, folds);
    }

    /// <summary>Runs what is missing of some folds; the others are somebody else's. <see cref="FoldStore.IsWhole"/> tells whether all are there.</summary>
    /// <param name="part">The numbers of the folds to run, from 0.</param>
    /// <param name="folds">How many there are in all.</param>
    /// <param name="store">Where they are kept; several parts may keep theirs in one place at the same time.</param>
    /// <param name="atOnce">How many run at the same time, at least 1.</param>
    /// <param name="work">Trains and judges one fold.</param>
    /// <param name="progress">Told before the first fold and after each.</param>
    /// <param name="cancellationToken">Given to <paramref name="work"/>; finished folds stay kept.</param>
    /// <exception cref="InvalidDataException">The store holds folds of something else.</exception>
    public static void RunPart(
        IEnumerable<int> part, int folds, FoldStore store, int atOnce, Func<int, CancellationToken, FoldOutcome> work,
        IProgress<FoldsProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var kept = Enumerable.Range(0, folds).Where(store.IsKept).ToHashSet();
        var missing = part.Where(fold => !kept.Contains(fold)).ToList();
        var reused = kept.Count;
        var finished = 0;
        var clock = Stopwatch.StartNew();
        progress?.Report(new FoldsProgress(reused, folds, reused, null, null));
        SideBySide.Run(missing, atOnce, (fold, stop) =>
        {
            var outcome = work(fold, stop);
            lock (store)
            {
                store.Keep(fold, outcome);
                finished++;
                var left = clock.Elapsed / finished * (missing.Count - finished);
                progress?.Report(new FoldsProgress(reused + finished, folds, reused, (fold, outcome), left));
            }
        }, cancellationToken);
    }
}
