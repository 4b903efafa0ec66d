using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A trained network made simpler for predicting: batch normalisation behind a linear convolution or dense layer is folded into its weights,
/// w' = w * a and b' = (b - mean) * a + beta with a = gamma / sqrt(variance + epsilon) per filter, and dropout is left out. Inside residual blocks nothing changes.
/// </summary>
internal sealed record InferenceForm(NetworkArchitecture Architecture, ImmutableArray<ResolvedLayer> Layers, SharedParameters Weights)
{
    /// <summary>Folds a network and lays its weights out for a vector width.</summary>
    public static InferenceForm Of(NetworkArchitecture architecture, ImmutableArray<LayerParameters> parameters, SimdWidth width)
    {
        var (folded, values) = Fold(architecture, parameters);
        var layers = folded.Resolve();
        return new InferenceForm(folded, layers, SharedParameters.Create(width, layers, values));
    }

    public static (NetworkArchitecture Architecture, ImmutableArray<LayerParameters> Parameters) Fold(NetworkArchitecture architecture, ImmutableArray<LayerParameters> parameters)
    {
        var (layers, values) = Fold(architecture.Layers, [.. parameters.Select(layer => layer.Arrays)]);
        var folded = architecture with { Layers = layers };
        return (folded, [.. folded.Resolve().Zip(values, (layer, arrays) => new LayerParameters(layer.Name, arrays))]);
    }

    private static (ImmutableArray<Layer> Layers, ImmutableArray<ImmutableArray<NamedArray>> Values) Fold(ImmutableArray<Layer> layers, ImmutableArray<ImmutableArray<NamedArray>> values)
    {
        var newLayers = ImmutableArray.CreateBuilder<Layer>();
        var newValues = ImmutableArray.CreateBuilder<ImmutableArray<NamedArray>>();
        for (var i = 0; i < layers.Length; i++)
        {
            var (layer, arrays) = (layers[i], values[i]);
            if (layer is Dropout && layers.Length > 1)
                continue;
            if (i + 1 < layers.Length && layers[i + 1] is BatchNormalization normalization && IsLinear(layer))
            {
                arrays = Fold(arrays, normalization, values[i + 1]);
                layer = WithBias(layer);
                i++;
            }

            newLayers.Add(layer);
            newValues.Add(arrays);
        }

        return newLayers.Count > 0 ? (newLayers.ToImmutable(), newValues.ToImmutable()) : (layers, values);
    }

    private static bool IsLinear(Layer layer) => layer is Conv2D { Activation: Activation.Linear } or Dense { Activation: Activation.Linear };

    private static Layer WithBias(Layer layer) => layer switch
    {
        Conv2D convolution => convolution with { UseBias = true },
        Dense dense => dense with { UseBias = true },
        _ => layer,
    };

    private static ImmutableArray<NamedArray> Fold(ImmutableArray<NamedArray> linear, BatchNormalization settings, ImmutableArray<NamedArray> statistics)
    {
        var kernel = Find(linear, "kernel")!;
        var filters = kernel.Shape[^1];
        var (bias, gamma, beta) = (Find(linear, "bias")?.Values, Find(statistics, "gamma")?.Values, Find(statistics, "beta")?.Values);
        var (mean, variance) = (Find(statistics, "moving_mean")!.Values, Find(statistics, "moving_variance")!.Values);
        var newKernel = new float[kernel.Values.Length];
        var newBias = new float[filters];
        for (var f = 0; f < filters; f++)
        {
            var a = (gamma?[f] ?? 1) / Math.Sqrt(variance[f] + settings.Epsilon);
            newBias[f] = (float)((((bias?[f] ?? 0) - mean[f]) * a) + (beta?[f] ?? 0));
            for (var i = f; i < newKernel.Length; i += filters)
                newKernel[i] = (float)(kernel.Values[i] * a);
        }

        return [kernel with { Values = newKernel }, new NamedArray("bias", [filters], newBias)];
    }

    private static NamedArray? Find(ImmutableArray<NamedArray> arrays, string name) => arrays.FirstOrDefault(array => array.Name == name);
}
