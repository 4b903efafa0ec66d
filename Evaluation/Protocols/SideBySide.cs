using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MlNetFashion.Evaluation;

/// <summary>Several pieces of work at the same time, each on a thread of its own.</summary>
public static class SideBySide
{
    /// <summary>Does all pieces, begun in their order, and returns when the last is done.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="atOnce">How many go on at the same time, at least 1; 1 stays on the caller's thread.</param>
    /// <param name="work">Does a piece. The first that fails ends all, and what it threw is thrown here as it was.</param>
    /// <param name="cancellationToken">Ends all; pieces not begun are left.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static void Run<T>(IReadOnlyCollection<T> items, int atOnce, Action<T, CancellationToken> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        if (atOnce == 1)
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(item, cancellationToken);
            }

            return;
        }

        var queue = new ConcurrentQueue<T>(items);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tasks = Enumerable.Range(0, Math.Min(atOnce, items.Count))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        ((IAsyncResult)Task.WhenAll(tasks)).AsyncWaitHandle.WaitOne();
        var failures = tasks.Where(task => task.IsFaulted).Select(task => task.Exception!.InnerExceptions[0]).ToList();
        if (failures.FirstOrDefault(failure => failure is not OperationCanceledException) is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        cancellationToken.ThrowIfCancellationRequested();

        void Work()
        {
            var ended = false;
            try
            {
                while (!stop.IsCancellationRequested && queue.TryDequeue(out var item))
                    work(item, stop.Token);
                ended = true;
            }
            finally
            {
                // A piece that fails takes the others along.
                if (!ended)
                    stop.Cancel();
            }
        }
    }
}
