using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>Initial weights from a seed, and weights given from outside checked against a network.</summary>
internal static class ParameterStart
{
    /// <summary>Fresh values for every array; one random stream an array, so that a layer's start does not depend on the others.</summary>
    public static ImmutableArray<LayerParameters> Draw(ImmutableArray<ResolvedLayer> layers, int seed)
    {
        var index = 0;
        return
        [
            .. layers.Select(layer => new LayerParameters(layer.Name,
                [.. layer.Parameters.Select(spec => new NamedArray(spec.Name, spec.Shape, Draw(spec, new SeededRandom(seed, RandomStream.Weights, index++))))])),
        ];
    }

    /// <summary>A deep copy of the values, or an <see cref="ArgumentException"/> that names the first array that does not fit.</summary>
    public static ImmutableArray<LayerParameters> Check(string network, ImmutableArray<ResolvedLayer> layers, ImmutableArray<LayerParameters> parameters)
    {
        if (parameters.IsDefault || parameters.Length != layers.Length)
            throw new ArgumentException($"Network '{network}' expects parameters for {layers.Length} layers. Received: {(parameters.IsDefault ? 0 : parameters.Length)}.");
        return
        [
            .. layers.Zip(parameters, (layer, given) =>
            {
                if (given.Arrays.Length != layer.Parameters.Length)
                    throw new ArgumentException($"Layer '{layer.Name}' expects {layer.Parameters.Length} arrays. Received: {given.Arrays.Length}.");
                return new LayerParameters(layer.Name, [.. layer.Parameters.Select(spec => Check(layer.Name, spec, given[spec.Name]))]);
            }),
        ];
    }

    private static NamedArray Check(string layer, ParameterSpec spec, NamedArray array)
    {
        if (!array.Shape.SequenceEqual(spec.Shape) || array.Values.Length != spec.Count)
        {
            throw new ArgumentException(
                $"Layer '{layer}' expects its {spec.Name} to have the shape [{string.Join(", ", spec.Shape)}]. " +
                $"Received: [{string.Join(", ", array.Shape)}] with {array.Values.Length} values.");
        }

        return array with { Values = [.. array.Values] };
    }

    private static float[] Draw(ParameterSpec spec, SeededRandom random)
    {
        var values = new float[spec.Count];
        var fan = spec.Initializer is Initializer.HeUniform or Initializer.HeNormal ? spec.FanIn : (spec.FanIn + spec.FanOut) / 2.0;
        var variance = spec.Initializer is Initializer.HeUniform or Initializer.HeNormal ? 2 / fan : 1 / fan;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(spec.Initializer switch
            {
                Initializer.Zeros => 0,
                Initializer.Ones => 1,
                Initializer.GlorotUniform or Initializer.HeUniform => ((2 * random.NextDouble()) - 1) * Math.Sqrt(3 * variance),

                // Cutting a normal at two deviations shrinks it by this factor, which Keras makes up for.
                _ => random.NextTruncatedNormal() * Math.Sqrt(variance) / 0.87962566103423978,
            });
        }

        return values;
    }
}
