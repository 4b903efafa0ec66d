using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>What training gives: the whole pipeline, fitted, with its history.</summary>
/// <param name="Pipeline">From the pixel column to the predicted class name.</param>
/// <param name="History">One record an epoch; empty for a trainer without epochs.</param>
/// <param name="Time">Wall time of the training.</param>
/// <param name="Ending">How it ended, as "21 epochs, stopped early, weights of epoch 16 kept"; null for a trainer without epochs.</param>
internal sealed record TrainedModel(ITransformer Pipeline, IReadOnlyList<EpochRecord> History, TimeSpan Time, string? Ending)
{
    /// <summary>The network within; null for a model that is none.</summary>
    public Network? Network { get; init; }

    /// <summary>What its logits were divided by; null where they were left alone.</summary>
    public double? Temperature { get; init; }

    /// <summary>How many training images were held back to choose the temperature by, where the training holds none back otherwise.</summary>
    public int CalibrationImages { get; init; }
}
