using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.Benchmarks;

/// <summary>Our side: complete training as a user runs it, on images drawn from the whole set.</summary>
internal sealed class EngineTraining
{
    private readonly BenchmarkNetwork _network;
    private readonly ImageSet _images;
    private readonly int[] _order;
    private readonly int _threads;

    /// <summary>Times the stages, or null.</summary>
    public StageClock? Clock { get; init; }

    public EngineTraining(BenchmarkNetwork network, ImageSet images, int threads)
    {
        _network = network;
        _images = images;
        _threads = threads;
        _order = [.. Enumerable.Range(0, images.Count)];
        new Random(1).Shuffle(_order);
    }

    /// <summary>Trains on that many whole batches, over as many epochs as they take; building the network is not timed, on neither side.</summary>
    public Round Train(int batches)
    {
        var most = _images.Count / _network.BatchSize;
        var epochs = (batches + most - 1) / most;
        var rows = (batches + epochs - 1) / epochs * _network.BatchSize;
        var result = NetworkTrainer.Train(_network.Architecture, _images.Subset(_order.AsSpan(0, rows)), null, new TrainingOptions
        {
            Epochs = epochs,
            BatchSize = _network.BatchSize,
            Optimizer = _network.Optimizer,
            Augmentation = _network.Augmentation,
            Threads = _threads,
            Clock = Clock,
        });
        return new Round((long)epochs * rows, result.History.Sum(epoch => epoch.Elapsed.TotalSeconds), result.History[^1].Loss);
    }

    /// <summary>Warms up, and finds how many batches fill that many seconds.</summary>
    public int BatchesFor(double seconds) => Calibration.CountFor(seconds, count => Train(count).Seconds);
}
