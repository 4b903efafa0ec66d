using System.Diagnostics;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>Our side in inference: one shared network, the same images again and again.</summary>
internal sealed class EngineInference
{
    private readonly Network _network;
    private readonly float[] _images;
    private readonly float[] _outputs;
    private readonly int _batchSize;

    public EngineInference(BenchmarkNetwork network, ImageSet images, int batchSize)
    {
        // One step of training is the shortest way to a network with weights.
        var rows = Enumerable.Range(0, network.BatchSize).ToArray();
        _network = NetworkTrainer.Train(network.Architecture, images.Subset(rows), null, new TrainingOptions { Epochs = 1, BatchSize = network.BatchSize }).Network;
        _batchSize = batchSize;
        var size = network.Architecture.Input.Size;
        _images = new float[batchSize * size];
        for (var i = 0; i < batchSize; i++)
            images.CopyTo(i, _images.AsSpan(i * size));
        _outputs = new float[batchSize * network.Architecture.Classes];
    }

    public Round Run(int calls)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            _network.Predict(_images, _batchSize, _outputs);
        return new Round((long)calls * _batchSize, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>Warms up, and finds how many calls fill that many seconds.</summary>
    public int CallsFor(double seconds) => Calibration.CountFor(seconds, count => Run(count).Seconds);
}
