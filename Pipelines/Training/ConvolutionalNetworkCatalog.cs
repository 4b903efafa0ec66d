using Microsoft.ML;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>The network trainer on ML.NET's catalog of multiclass trainers.</summary>
public static class ConvolutionalNetworkCatalog
{
    /// <summary>A trainer for a neural network on images.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="architecture">The layers, ending in a dense layer with softmax, one unit a class.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">The layers do not fit together, or an option is impossible; the message says which.</exception>
    /// <exception cref="FileNotFoundException">The suite was built against a folder of ML.NET assemblies that lacks the TensorFlow part.</exception>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.NormalizePixels("Features", "Pixels")
    ///     .Append(mlContext.Transforms.Conversion.MapLabelToKey("Label", FashionMnist.ClassNames))
    ///     .Append(mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(Architectures.Safaei.Cnn1))
    ///     .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
    /// </code>
    /// </example>
    public static ConvolutionalNetworkTrainer ConvolutionalNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        NetworkArchitecture architecture,
        ConvolutionalNetworkTrainer.Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(architecture);
        MlNetParts.RequireTensorFlow();
        options ??= new ConvolutionalNetworkTrainer.Options();
        options.Validate();

        architecture.Summarize();
        if (architecture.Layers[^1] is not Dense { Activation: Activation.Softmax, Units: > 1 })
        {
            throw new ArgumentException(
                $"Network '{architecture.Name}' must end in a Dense layer with softmax, one unit for each of at least two classes. Received: {architecture.Layers[^1]}.",
                nameof(architecture));
        }

        return new ConvolutionalNetworkTrainer(
            architecture, options, catalog.LbfgsMaximumEntropy(options.LabelColumnName, options.FeatureColumnName));
    }
}
