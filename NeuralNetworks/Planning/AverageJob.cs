using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>The moving average of all weights after a step, cut into chunks.</summary>
internal sealed unsafe class AverageJob<TSimd, TVector> : ParallelJob
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int Chunk = 16384;

    private readonly Parameter[] _parameters;
    private readonly float*[] _averages;
    private readonly (int Parameter, int Offset)[] _chunks;

    public AverageJob(Arena arena, IEnumerable<Parameter> parameters)
    {
        _parameters = [.. parameters];
        _averages = new float*[_parameters.Length];
        for (var i = 0; i < _parameters.Length; i++)
            _averages[i] = arena.Floats(_parameters[i].Count);
        _chunks = [.. _parameters.SelectMany((parameter, index) => Enumerable.Range(0, (parameter.Count + Chunk - 1) / Chunk).Select(chunk => (index, chunk * Chunk)))];
    }

    /// <summary>Share of the average that is kept; 0 makes the average the weights.</summary>
    public float Momentum { get; set; }

    public override int Tasks => _chunks.Length;

    public override void Execute(int task, int worker)
    {
        var (parameter, offset) = _chunks[task];
        Vectors<TSimd, TVector>.Approach(_averages[parameter] + offset, _parameters[parameter].Values + offset, Math.Min(Chunk, _parameters[parameter].Count - offset), 1 - Momentum);
    }

    /// <summary>Exchanges weights and averages; a second time puts the weights back.</summary>
    public void Swap()
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            for (var j = 0; j < _parameters[i].Count; j++)
                (_averages[i][j], _parameters[i].Values[j]) = (_parameters[i].Values[j], _averages[i][j]);
        }
    }
}
