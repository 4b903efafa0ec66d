using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>What Keras adds to the loss it prints: the L2 penalty of a network's kernels.</summary>
internal static class WeightPenalty
{
    /// <summary>The sum over layers of factor times squared weights.</summary>
    public static double Of(Network network) =>
        network.Architecture.Layers.Zip(network.Parameters, (layer, parameters) => FactorOf(layer) switch
        {
            0 => 0,
            var factor => factor * parameters["kernel"].Values.Sum(weight => (double)weight * weight),
        }).Sum();

    private static double FactorOf(Layer layer) => layer switch
    {
        Conv2D convolution => convolution.L2,
        Dense dense => dense.L2,
        _ => 0,
    };
}
