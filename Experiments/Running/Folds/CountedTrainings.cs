using System.Diagnostics;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Counts the trainings of folds that tell nothing before they have ended, and says how long the others may take.</summary>
/// <param name="trainings">How many there are, those kept from an earlier run included.</param>
/// <param name="kept">How many of them are kept.</param>
/// <param name="view">Told after each.</param>
internal sealed class CountedTrainings(int trainings, int kept, FoldsView view)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int finished;

    /// <summary>Says how many are kept, where any are.</summary>
    public void Begin()
    {
        if (kept > 0)
            view.Kept(kept, trainings);
    }

    /// <summary>The same work, counted; it may run several times at once.</summary>
    public Func<T1, T2, CancellationToken, TResult> Count<T1, T2, TResult>(Func<T1, T2, CancellationToken, TResult> work) => (first, second, stop) =>
    {
        var result = work(first, second, stop);
        Add();
        return result;
    };

    /// <summary>One more has finished.</summary>
    public void Add()
    {
        var now = Interlocked.Increment(ref finished);
        view.Trained(kept + now, trainings, clock.Elapsed / now * (trainings - kept - now));
    }
}
