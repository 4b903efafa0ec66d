using System.Runtime.ExceptionServices;

namespace MlNetFashion.NeuralNetworks.Threading;

/// <summary>
/// Threads that wait for the next job by spinning a few microseconds, then park. A fork and join costs well under a microsecond while
/// they spin. Every worker begins with its own contiguous share of the tasks (so that what it touched last is still in its cache) and
/// then helps the others. Nothing is allocated while jobs run.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private const int SpinsBeforeParking = 3_000;
    private const int CounterStride = 32; // 128 bytes: two cache lines, so that counters never share one

    private readonly Worker[] _workers;
    private readonly int[] _next;
    private readonly int[] _end;
    private ParallelJob? _job;
    private ExceptionDispatchInfo? _failure;
    private volatile int _generation;
    private int _busy;
    private volatile bool _stopping;

    /// <summary>Starts <paramref name="threads"/> - 1 threads; the caller of <see cref="Run"/> is the first worker.</summary>
    public WorkerPool(int threads)
    {
        Threads = threads;
        _next = new int[threads * CounterStride];
        _end = new int[threads];
        _workers = new Worker[threads - 1];
        for (var i = 0; i < _workers.Length; i++)
            _workers[i] = new Worker(this, i + 1);
    }

    public int Threads { get; }

    /// <summary>The number of threads an option means: itself, or one a processor for 0.</summary>
    public static int Count(int option) => option > 0 ? option : Environment.ProcessorCount;

    /// <summary>Runs every task of a job and returns when all are done. An exception of a task is thrown here.</summary>
    public void Run(ParallelJob job)
    {
        var tasks = job.Tasks;
        if (_workers.Length == 0 || tasks == 1)
        {
            for (var task = 0; task < tasks; task++)
                job.Execute(task, 0);
            return;
        }

        for (var worker = 0; worker < Threads; worker++)
        {
            _next[worker * CounterStride] = (int)((long)tasks * worker / Threads);
            _end[worker] = (int)((long)tasks * (worker + 1) / Threads);
        }

        _job = job;
        Volatile.Write(ref _busy, _workers.Length);
        _generation++;
        Interlocked.MemoryBarrier();
        foreach (var worker in _workers)
            worker.Wake();
        Work(0);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _busy) != 0)
            wait.SpinOnce(sleep1Threshold: -1);
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
            failure.Throw();
    }

    public void Dispose()
    {
        _stopping = true;
        _generation++;
        Interlocked.MemoryBarrier();
        foreach (var worker in _workers)
            worker.Dispose();
    }

    private void Work(int worker)
    {
        try
        {
            for (var i = 0; i < Threads; i++)
            {
                var owner = (worker + i) % Threads;
                while (true)
                {
                    var task = Interlocked.Increment(ref _next[owner * CounterStride]) - 1;
                    if (task >= _end[owner])
                        break;
                    _job!.Execute(task, worker);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a task throws belongs to the caller of Run, who gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly WorkerPool _pool;
        private readonly int _number;
        private readonly SemaphoreSlim _signal = new(0);
        private readonly Thread _thread;
        private int _parked;

        public Worker(WorkerPool pool, int number)
        {
            _pool = pool;
            _number = number;
            _thread = new Thread(Loop) { IsBackground = true, Name = $"Network worker {number}" };
            _thread.Start();
        }

        public void Wake()
        {
            if (Volatile.Read(ref _parked) == 1 && Interlocked.Exchange(ref _parked, 0) == 1)
                _signal.Release();
        }

        public void Dispose()
        {
            Wake();
            _thread.Join();
            _signal.Dispose();
        }

        private void Loop()
        {
            var seen = 0;
            while (true)
            {
                WaitForNext(seen);
                if (_pool._stopping)
                    return;
                seen = _pool._generation;
                _pool.Work(_number);
                Interlocked.Decrement(ref _pool._busy);
            }
        }

        private void WaitForNext(int seen)
        {
            for (var i = 0; i < SpinsBeforeParking; i++)
            {
                if (_pool._generation != seen)
                    return;
                Thread.SpinWait(8);
            }

            while (_pool._generation == seen)
            {
                Interlocked.Exchange(ref _parked, 1);

                // Whoever clears the flag first decides: the waker releases the signal, or this thread saw the job itself.
                if (_pool._generation == seen || Interlocked.Exchange(ref _parked, 0) == 0)
                    _signal.Wait();
            }
        }
    }
}
