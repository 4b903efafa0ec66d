using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Work on some images of a batch: <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/>.</summary>
internal delegate void ImageWork(int first, int count, int shard, int worker);

/// <summary>
/// The jobs of a pass, in order. Work that is independent from image to image is gathered into one job as long as nothing else comes
/// between: a few images then pass through all of those stages while their activations are still in the cache.
/// </summary>
internal sealed class JobList(PlanState state, StageClock? clock = null)
{
    private readonly List<ParallelJob> _jobs = [];
    private int _preparations;

    public IReadOnlyList<ParallelJob> Jobs => _jobs;

    /// <summary>Adds tasks that need nothing of this pass; they run before all else, so that they come between no image work.</summary>
    public void Prepare(Func<int> tasks, Action<int, int> execute) => _jobs.Insert(_preparations++, new TaskJob(tasks, clock?.Timed(execute) ?? execute));

    /// <summary>Adds work by image; <paramref name="beginShard"/> is called before a shard's first image.</summary>
    public void PerImage(ImageWork work, Action<int>? beginShard = null)
    {
        if (_jobs.Count == _preparations || _jobs[^1] is not ImageJob job)
            _jobs.Add(job = new ImageJob(state));
        job.Add(clock?.Timed(work) ?? work, beginShard);
    }

    /// <summary>Adds work cut into tasks of its own: a number of tasks, and what to do for (task, worker).</summary>
    public void InTasks(Func<int> tasks, Action<int, int> execute) => _jobs.Add(new TaskJob(tasks, clock?.Timed(execute) ?? execute));

    private sealed class TaskJob(Func<int> tasks, Action<int, int> execute) : ParallelJob
    {
        public override int Tasks => tasks();

        public override void Execute(int task, int worker) => execute(task, worker);
    }

    private sealed class ImageJob(PlanState state) : ParallelJob
    {
        private const int Together = 8; // images that pass through all stages before the next ones begin

        private readonly List<ImageWork> _works = [];
        private readonly List<Action<int>> _begins = [];

        public override int Tasks => state.Shards;

        public void Add(ImageWork work, Action<int>? beginShard)
        {
            _works.Add(work);
            if (beginShard is not null)
                _begins.Add(beginShard);
        }

        public override void Execute(int task, int worker)
        {
            foreach (var begin in _begins)
                begin(task);
            var end = state.FirstImage(task + 1);
            for (var first = state.FirstImage(task); first < end; first += Together)
            {
                foreach (var work in _works)
                    work(first, Math.Min(Together, end - first), task, worker);
            }
        }
    }
}
