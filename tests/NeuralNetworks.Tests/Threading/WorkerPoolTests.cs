using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Tests.Threading;

public class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_task_of_every_job_runs_once(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (var tasks = 1; tasks < 200; tasks++)
        {
            var job = new Counting(tasks);
            pool.Run(job);
            Assert.All(job.Runs, runs => Assert.Equal(1, runs));
        }
    }

    [Fact]
    public void Workers_wake_from_parking()
    {
        using var pool = new WorkerPool(3);
        for (var i = 0; i < 5; i++)
        {
            Thread.Sleep(20);
            var job = new Counting(50);
            pool.Run(job);
            Assert.Equal(50, job.Runs.Sum());
        }
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_pool_goes_on()
    {
        using var pool = new WorkerPool(2);

        var error = Assert.Throws<InvalidOperationException>(() => pool.Run(new Failing()));
        Assert.Equal("task 7", error.Message);

        var job = new Counting(9);
        pool.Run(job);
        Assert.Equal(9, job.Runs.Sum());
    }

    private sealed class Counting(int tasks) : ParallelJob
    {
        public int[] Runs { get; } = new int[tasks];

        public override int Tasks => Runs.Length;

        public override void Execute(int task, int worker) => Interlocked.Increment(ref Runs[task]);
    }

    private sealed class Failing : ParallelJob
    {
        public override int Tasks => 20;

        public override void Execute(int task, int worker)
        {
            if (task == 7)
                throw new InvalidOperationException("task 7");
        }
    }
}
