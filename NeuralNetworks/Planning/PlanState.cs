using System.Numerics;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>What all stages of a plan share: its size, and where the current step is.</summary>
internal sealed class PlanState(int capacity, bool trains, int workers, int seed)
{
    private const int LeastShards = 4;
    private const int MostShards = 16;
    private const int ImagesAShard = 4;

    /// <summary>The largest batch.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Whether the plan has a backward pass.</summary>
    public bool Trains { get; } = trains;

    public int Workers { get; } = workers;

    public int Seed { get; } = seed;

    /// <summary>
    /// Shards of a full batch. Images are dealt to them in order; sums over images are formed within a shard first, then over the shards in
    /// order. Their number depends on the plan alone, so that results do not depend on the number of threads; and as each shard's sums
    /// pass through memory, a small batch has few.
    /// </summary>
    public int MaximalShards { get; } = Math.Min(capacity, trains ? (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)capacity) / ImagesAShard, LeastShards, MostShards) : MostShards);

    /// <summary>Images in the current batch.</summary>
    public int Images { get; set; }

    /// <summary>Shards in the current batch.</summary>
    public int Shards => Math.Min(MaximalShards, Images);

    /// <summary>Where a shard begins in the current batch; the next one's beginning is its end.</summary>
    public int FirstImage(int shard) => (int)((long)Images * shard / Shards);

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
