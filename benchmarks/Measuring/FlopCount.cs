using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// Floating-point operations of one image, counted from the layers: two for each multiplication with addition of convolutions and dense
/// layers, border pixels included as if they were inside, everything else not counted. It is the work the definition asks for; an
/// algorithm that needs less (Winograd) gets credit for all of it.
/// </summary>
internal static class FlopCount
{
    /// <summary>Forward alone.</summary>
    public static long Inference(NetworkArchitecture architecture) => 2 * architecture.Summarize().MultiplyAdds;

    /// <summary>
    /// Forward, weight gradient and input gradient, each as costly as the forward pass; the first layer with weights needs no input gradient.
    /// </summary>
    public static long Training(NetworkArchitecture architecture)
    {
        var layers = architecture.Summarize().Layers;
        var first = layers.FirstOrDefault(layer => layer.MultiplyAdds > 0)?.MultiplyAdds ?? 0;
        return 6 * layers.Sum(layer => layer.MultiplyAdds) - 2 * first;
    }
}
