using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks;

/// <summary>Trains networks by stochastic gradient descent on the softmax cross-entropy.</summary>
public static class NetworkTrainer
{
    /// <summary>
    /// Trains a network. Weights, order and dropout come from <see cref="TrainingOptions.Seed"/>; the same seed gives the same weights, bit
    /// for bit, whatever the number of threads.
    /// </summary>
    /// <param name="architecture">Layers; the last must end in softmax and have one output a class.</param>
    /// <param name="train">Images to learn from.</param>
    /// <param name="validation">Images to judge each epoch by, or null.</param>
    /// <param name="options">Epochs, batch size, optimiser, seed and so on.</param>
    /// <param name="progress">Told a few times a second, and at the end of every epoch.</param>
    /// <param name="cancellationToken">Checked after every batch.</param>
    /// <exception cref="ArgumentException">The options are impossible, or layers and images do not fit together.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the batch at work was finished.</exception>
    /// <exception cref="TrainingDivergedException">The loss is no longer a number.</exception>
    public static TrainingResult Train(NetworkArchitecture architecture, ImageSet train, ImageSet? validation, TrainingOptions options,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var layers = architecture.Resolve();
        RequireFit(architecture, layers, train, "training");
        if (validation is not null)
            RequireFit(architecture, layers, validation, "validation");
        foreach (var monitor in options.Monitors.Where(monitor => monitor.NeedsValidation() && validation is null))
            throw new ArgumentException($"Training that watches {monitor} expects validation images. Received: none.");

        var start = options.InitialParameters is { } given
            ? ParameterStart.Check(architecture.Name, layers, given)
            : ParameterStart.Draw(layers, options.Seed);
        using var run = new TrainingRun(architecture, layers, start, train, validation, options, SimdChoice.Current);
        return run.Complete(progress, cancellationToken);
    }

    private static void RequireFit(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, ImageSet images, string role)
    {
        if (images.Count == 0)
            throw new ArgumentException($"Network '{architecture.Name}' expects at least one {role} image. Received: none.");
        if (images.Shape != architecture.Input)
            throw new ArgumentException($"Network '{architecture.Name}' expects {role} images of {architecture.Input}. Received: {images.Shape}.");
        var last = layers[^1];
        if (last.Layer is not (Dense { Activation: Activation.Softmax } or ActivationLayer { Function: Activation.Softmax }))
            throw new ArgumentException($"Network '{architecture.Name}' expects a last layer with softmax. Received: {last.Layer.TypeName} '{last.Name}'.");
        if (last.Output.Shape.Size != images.Classes)
            throw new ArgumentException($"Network '{architecture.Name}' gives {last.Output.Shape.Size} classes and expects {role} labels of as many. Received: {images.Classes}.");
    }
}
