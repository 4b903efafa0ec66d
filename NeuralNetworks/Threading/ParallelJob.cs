namespace MlNetFashion.NeuralNetworks.Threading;

/// <summary>Work in numbered tasks that may run in any order and at once. What a task computes must not depend on who runs it.</summary>
internal abstract class ParallelJob
{
    /// <summary>Number of tasks now.</summary>
    public abstract int Tasks { get; }

    /// <summary>Runs one task. <paramref name="worker"/> owns the scratch memory of that number for the time being.</summary>
    public abstract void Execute(int task, int worker);
}
