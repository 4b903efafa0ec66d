using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.NeuralNetworks.Planning;

namespace MlNetFashion.NeuralNetworks;

/// <summary>How to train. Defaults are Keras's, where Keras has one.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training images. The default value is 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Images a step; the last batch of an epoch may be smaller, and a size beyond the images is full-batch descent. The default value is 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The default value is <see cref="Adam"/>.</summary>
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>Decides the initial weights, the order of the images and dropout. The default value is 0.</summary>
    public int Seed { get; init; }

    /// <summary>Worker threads; 0, the default, is one a processor. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Whether images are put in a new order every epoch. The default value is true.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Share of each target spread evenly over all classes (Szegedy et al. 2016), at least 0 and below 1. The default value is 0.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Random changes to the training images. The default value is null: they are taken as they are.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>Ends training when a figure stops improving. The default value is null: all epochs are run.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Where the weights start, for example those of a network trained before. The default value is null: drawn from <see cref="Seed"/>.</summary>
    public ImmutableArray<LayerParameters>? InitialParameters { get; init; }

    /// <summary>How the learning rate moves. The default value is null: it stays.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>Averages the weights over the steps. The default value is null: the weights themselves are used.</summary>
    public WeightAveraging? WeightAveraging { get; init; }

    /// <summary>Told of the training's course. The default value is none.</summary>
    public ImmutableArray<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Times the stages of the plan, or null.</summary>
    internal StageClock? Clock { get; init; }

    /// <summary>The figures that something depends on.</summary>
    internal IEnumerable<EarlyStoppingMonitor> Monitors
    {
        get
        {
            if (EarlyStopping is not null)
                yield return EarlyStopping.Monitor;
            if (Schedule is ReduceOnPlateau plateau)
                yield return plateau.Monitor;
            foreach (var checkpoint in Callbacks.OfType<BestCheckpoint>())
                yield return checkpoint.Monitor;
        }
    }

    /// <summary>Checks every value, so that impossible ones can be refused before any work starts.</summary>
    /// <exception cref="ArgumentException">A value is impossible; the message says which.</exception>
    public void Validate()
    {
        if (Epochs < 1)
            throw new ArgumentException($"Training expects at least one epoch. Received: {Epochs}.");
        if (BatchSize < 1)
            throw new ArgumentException($"Training expects a batch of at least one image. Received: {BatchSize}.");
        if (Threads < 0)
            throw new ArgumentException($"Training expects at least one thread, or 0 for one a processor. Received: {Threads}.");
        if (LabelSmoothing is not (>= 0 and < 1))
            throw new ArgumentException($"Training expects label smoothing of at least 0 and below 1. Received: {LabelSmoothing.ToString(CultureInfo.InvariantCulture)}.");
        ArgumentNullException.ThrowIfNull(Optimizer);
        Optimizer.Validate();
        Augmentation?.Validate();
        EarlyStopping?.Validate();
        Schedule?.Validate();
        WeightAveraging?.Validate();
        if (Callbacks.IsDefault)
            throw new ArgumentException("Training expects a list of callbacks, perhaps an empty one. Received: none.");
    }
}
