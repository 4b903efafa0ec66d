namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Finds a layer's arrays by what they are for; those of layers inside a block stand with the block.</summary>
internal static class LayerArrays
{
    public static NamedArray? Find(this LayerParameters parameters, ResolvedLayer layer, string role) =>
        layer.Find(role) is { } spec ? parameters[spec.Name] : null;

    public static NamedArray Get(this LayerParameters parameters, ResolvedLayer layer, string role) =>
        parameters.Find(layer, role) ?? throw new ArgumentException($"Layer '{layer.Name}' has no {role}.");

    /// <summary>The values of a role, or as many of a constant where the layer does not learn them.</summary>
    public static float[] ValuesOr(this LayerParameters parameters, ResolvedLayer layer, string role, float constant, int count)
    {
        if (parameters.Find(layer, role) is { } found)
            return found.Values;
        var values = new float[count];
        Array.Fill(values, constant);
        return values;
    }
}
