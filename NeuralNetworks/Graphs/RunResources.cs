using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>What a run leaves behind for the next one: memory, and threads that wait. They end when nobody holds this any more.</summary>
internal sealed class RunResources : IDisposable
{
    private WorkerPool? _workers;

    ~RunResources() => _workers?.Dispose();

    public void Dispose()
    {
        _workers?.Dispose();
        GC.SuppressFinalize(this);
    }

    public TensorPool Tensors { get; } = new();

    /// <summary>So many threads, the caller being one; they begin when they are asked for first.</summary>
    public WorkerPool Workers(int threads)
    {
        if (_workers?.Threads == threads)
            return _workers;
        _workers?.Dispose();
        return _workers = new WorkerPool(threads);
    }
}
