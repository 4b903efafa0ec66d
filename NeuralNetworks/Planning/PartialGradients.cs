using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Gradients summed over images: every shard has a sum of its own, and once the batch is through they are added up in the order of the
/// shards, chunk by chunk, and handed to the optimiser while still in the cache.
/// </summary>
internal sealed unsafe class PartialGradients<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int Chunk = 2048;

    private readonly PlanState _state;
    private readonly Parameter[] _parameters;
    private readonly float*[][] _sums; // [parameter][shard]
    private readonly float*[] _scratch; // [worker]
    private readonly int _tasks;

    public PartialGradients(Arena arena, PlanState state, params Parameter[] parameters)
    {
        _state = state;
        _parameters = parameters;
        _sums = [.. parameters.Select(parameter => arena.Floats(state.MaximalShards, parameter.Count))];
        _scratch = arena.Floats(state.Workers, Chunk);
        _tasks = parameters.Sum(Chunks);
    }

    /// <summary>The sum of one parameter's gradient in one shard.</summary>
    public float* this[int parameter, int shard] => _sums[parameter][shard];

    public void Clear(int shard)
    {
        for (var i = 0; i < _parameters.Length; i++)
            new Span<float>(_sums[i][shard], _parameters[i].Count).Clear();
    }

    /// <summary>Adds the job that sums the shards and updates.</summary>
    public void AddUpdate(JobList jobs) => jobs.InTasks(() => _tasks, Update);

    private static int Chunks(Parameter parameter) => (parameter.Count + Chunk - 1) / Chunk;

    private void Update(int task, int worker)
    {
        var index = 0;
        for (; task >= Chunks(_parameters[index]); index++)
            task -= Chunks(_parameters[index]);
        var offset = task * Chunk;
        var count = Math.Min(Chunk, _parameters[index].Count - offset);
        Vectors<TSimd, TVector>.Sum(_sums[index], offset, _state.Shards, count, _scratch[worker]);
        _state.Updater!.Apply(_parameters[index], offset, _scratch[worker], count);
    }
}
