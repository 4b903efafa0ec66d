using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>A network made ready to run for batches up to a size, at the vector width chosen: stages, their jobs and all memory.</summary>
internal abstract unsafe class ExecutionPlan
{
    /// <summary>The stages, in words, in the order they run.</summary>
    public abstract ImmutableArray<string> Stages { get; }

    /// <summary>Bytes of activations, gradients and scratch.</summary>
    public abstract long Bytes { get; }

    /// <summary>A plan on weights laid out for a width, which several plans may share.</summary>
    public static ExecutionPlan Create(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, SharedParameters parameters, PlanOptions options)
    {
        // The first plan to need a parameter creates it.
        lock (parameters.Store)
        {
            return parameters.Width switch
            {
                SimdWidth.Bits512 => new ExecutionPlan<Simd512, Vector512<float>>(architecture, layers, parameters.Store, options),
                SimdWidth.Bits256 => new ExecutionPlan<Simd256, Vector256<float>>(architecture, layers, parameters.Store, options),
                SimdWidth.Bits128 => new ExecutionPlan<Simd128, Vector128<float>>(architecture, layers, parameters.Store, options),
                _ => new ExecutionPlan<SimdScalar, float>(architecture, layers, parameters.Store, options),
            };
        }
    }

    /// <summary>Runs images <paramref name="rows"/>[<paramref name="first"/>] and on through the network; with an updater, trains on them.</summary>
    /// <returns>Sum of the images' losses, and how many were classified rightly.</returns>
    public abstract (double LossSum, int Right) Run(ImageSet images, int[] rows, int first, int count, WorkerPool pool, TrainingStep? step);

    /// <summary>Outputs of plain values <c>[count, height, width, channels]</c>.</summary>
    public abstract void Predict(float* images, int count, float* outputs, WorkerPool pool);

    /// <summary>What L2 adds to the loss with the present weights.</summary>
    public abstract double Penalty();

    /// <summary>What L2 added to the loss of the last training step: with the weights that it ran with.</summary>
    public abstract double StepPenalty { get; }

    /// <summary>Takes the present weights into their moving average; a momentum of 0 begins it.</summary>
    public abstract void Average(float momentum, WorkerPool pool);

    /// <summary>Exchanges the weights with their moving average.</summary>
    public abstract void SwapAverage();

    public abstract Updater CreateUpdater(Optimizer optimizer);
}

/// <summary>What a plan is made for.</summary>
/// <param name="Capacity">The largest batch.</param>
/// <param name="Workers">Threads that will run it at most.</param>
/// <param name="Trains">Whether it has a backward pass.</param>
/// <param name="Seed">Decides dropout and augmentation.</param>
/// <param name="LabelSmoothing">See <see cref="TrainingOptions.LabelSmoothing"/>.</param>
/// <param name="Augmentation">Random changes to the images of training steps.</param>
/// <param name="Clock">Times the stages, or null.</param>
internal sealed record PlanOptions(
    int Capacity, int Workers, bool Trains, int Seed = 0, double LabelSmoothing = 0, Augmentation? Augmentation = null, StageClock? Clock = null);

/// <summary>A training step: its number, from 1, how gradients change weights, and its epoch, from 1.</summary>
internal readonly record struct TrainingStep(int Number, Updater Updater, int Epoch = 1);

/// <summary>Weights laid out for a vector width.</summary>
internal sealed record SharedParameters(SimdWidth Width, ParameterStore Store)
{
    public static SharedParameters Create(SimdWidth width, ImmutableArray<ResolvedLayer> layers, ImmutableArray<LayerParameters> start) =>
        new(width, new ParameterStore(layers, start, width == SimdWidth.Scalar ? 1 : (int)width / 32));
}
