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
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var missing = Enumerable.Range(0, folds).Where(fold => !store.IsKept(fold)).ToList();
        var reused = folds - missing.Count;
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
        return [.. Enumerable.Range(0, folds).Select(fold => store.ReadOutcome(mlContext, fold))];
    }
}
