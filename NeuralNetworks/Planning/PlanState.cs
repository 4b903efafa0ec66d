using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>What all stages of a plan share: its size, and where the current step is.</summary>
internal sealed class PlanState(int capacity, bool trains, int workers, int seed)
{
    private const int MostShards = 16;

    /// <summary>The largest batch.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Whether the plan has a backward pass.</summary>
    public bool Trains { get; } = trains;

    public int Workers { get; } = workers;

    public int Seed { get; } = seed;

    /// <summary>
    /// Images of a batch are dealt to shards of this size; sums over images are formed within a shard first, then over the shards in
    /// order. It depends on the plan alone, so that results do not depend on the number of threads.
    /// </summary>
    public int ShardSize { get; } = (capacity + MostShards - 1) / MostShards;

    /// <summary>Shards of a full batch.</summary>
    public int MaximalShards => (Capacity + ShardSize - 1) / ShardSize;

    /// <summary>Images in the current batch.</summary>
    public int Images { get; set; }

    /// <summary>Shards in the current batch.</summary>
    public int Shards => (Images + ShardSize - 1) / ShardSize;

    /// <summary>Whether the current pass is a training step: dropout at work, batch statistics in use.</summary>
    public bool Training { get; set; }

    /// <summary>The epoch the current step belongs to, counted from 1.</summary>
    public int Epoch { get; set; }

    /// <summary>Steps begun, counted from 1.</summary>
    public int Step { get; set; }

    /// <summary>See <see cref="ParameterStore.Version"/>.</summary>
    public int WeightsVersion { get; set; }

    /// <summary>How gradients change parameters in the current step.</summary>
    public Updater? Updater { get; set; }
}
