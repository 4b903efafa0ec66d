using System.Runtime.ExceptionServices;

namespace MlNetFashion.NeuralNetworks.Threading;

/// <summary>
/// Threads that wait for the next job by spinning a few microseconds, then park. A fork and join costs well under a microsecond while
/// they spin. Every worker begins with its own contiguous share of the tasks (so that what it touched last is still in its cache) and
/// then helps the others. A job ends when its tasks are done, whoever did them: a thread that the system has put aside holds nobody up.
/// Nothing is allocated while jobs run.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private const int SpinsBeforeParking = 3_000;
    private const int CounterStride = 16; // 128 bytes: two cache lines, so that counters never share one

    private readonly Worker[] _workers;
    private readonly long[] _next; // per share: the job's number and the next task, taken together so that nobody takes a task of another job
    private readonly int[] _end;
    private ParallelJob? _job;
    private ExceptionDispatchInfo? _failure;
    private volatile int _generation;
    private int _pending;
    private volatile bool _stopping;

    /// <summary>Starts <paramref name="threads"/> - 1 threads; the caller of <see cref="Run"/> is the first worker.</summary>
    public WorkerPool(int threads)
    {
        Threads = threads;
        _next = new long[threads * CounterStride];
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
        if (_workers.Length == 0 || tasks <= 1)
        {
            for (var task = 0; task < tasks; task++)
                job.Execute(task, 0);
            return;
        }

        // Shares are closed while the job changes, and opened under its number.
        var generation = _generation + 1;
        for (var share = 0; share < Threads; share++)
            Volatile.Write(ref _next[share * CounterStride], Ticket(generation, int.MaxValue));
        Interlocked.MemoryBarrier();
        _job = job;
        Volatile.Write(ref _pending, tasks);
        for (var share = 0; share < Threads; share++)
        {
            Volatile.Write(ref _end[share], (int)((long)tasks * (share + 1) / Threads));
            Volatile.Write(ref _next[share * CounterStride], Ticket(generation, (int)((long)tasks * share / Threads)));
        }

        _generation = generation;
        Interlocked.MemoryBarrier();
        foreach (var worker in _workers)
            worker.Wake();
        Work(0, generation);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _pending) != 0)
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

    private static long Ticket(int generation, int task) => ((long)generation << 32) | (uint)task;

    /// <summary>Does tasks of the job of that number, its own share first, until none is left.</summary>
    private void Work(int worker, int generation)
    {
        for (var i = 0; i < Threads; i++)
        {
            var share = (worker + i) % Threads;
            while (TryTake(share, generation, out var task))
            {
                Execute(task, worker);
                Interlocked.Decrement(ref _pending);
            }
        }
    }

    private bool TryTake(int share, int generation, out int task)
    {
        ref var next = ref _next[share * CounterStride];
        while (true)
        {
            var ticket = Volatile.Read(ref next);
            task = (int)(uint)ticket;
            if ((int)(ticket >> 32) != generation || task >= Volatile.Read(ref _end[share]))
                return false;
            if (Interlocked.CompareExchange(ref next, ticket + 1, ticket) == ticket)
                return true;
        }
    }

    private void Execute(int task, int worker)
    {
        try
        {
            _job!.Execute(task, worker);
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
                _pool.Work(_number, seen);
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
