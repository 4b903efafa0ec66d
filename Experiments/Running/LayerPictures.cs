using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a network's layers look like from inside: the filters of its first convolution, and what a layer makes of a picture.</summary>
internal static class LayerPictures
{
    /// <summary>Maps of a layer that are shown at most.</summary>
    public const int MapsShown = 64;


    /// <summary>The filters of the first convolution that reads the picture itself; null where there is none, or where they are single weights.</summary>
    public static GreyImages? Filters(Network network)
    {
        var layers = network.Architecture.Layers;
        var first = Enumerable.Range(0, layers.Length).FirstOrDefault(i => network.Parameters[i].Arrays.Length > 0, -1);
        if (first < 0 || layers[first] is not Conv2D)
            return null;
        var kernel = network.Parameters[first]["kernel"];
        int height = kernel.Shape[0], width = kernel.Shape[1], inputs = kernel.Shape[2], filters = kernel.Shape[3];
        if (inputs != 1 || height * width == 1)
            return null;

        // From [height, width, 1, filter] to [filter, height, width].
        var maps = new float[filters * height * width];
        for (var i = 0; i < height * width; i++)
        {
            for (var filter = 0; filter < filters; filter++)
                maps[filter * height * width + i] = kernel.Values[i * filters + filter];
        }

        return GreyImages.FromMaps(maps, width, height);
    }

    /// <summary>The names of the layers whose outputs can be looked at, in order.</summary>
    public static IReadOnlyList<string> Layers(Network network) => [.. network.Architecture.Summarize().Layers.Select(layer => layer.Name)];

    /// <summary>The output of one layer as pictures: its channels, or its values row by row in about a square where it has none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">Which layer, by its place.</param>
    /// <param name="picture">[28 * 28] grey values from 0 to 255.</param>
    public static GreyImages Channels(Network network, int layer, ReadOnlySpan<byte> picture)
    {
        var part = Network.FromParameters(
            network.Architecture with { Layers = network.Architecture.Layers[..(layer + 1)] }, network.Parameters[..(layer + 1)]);
        var input = new float[picture.Length];
        NetworkImages.Scale(picture, input);
        var output = new float[part.Classes];
        part.Predict(input, 1, output);

        var shape = Shape(network.Architecture.Summarize().Layers[layer].OutputShape);
        if (shape.Length != 3)
            return Square(output);

        var (height, width, channels) = (shape[0], shape[1], shape[2]);
        var maps = new float[output.Length];
        for (var i = 0; i < height * width; i++)
        {
            for (var channel = 0; channel < channels; channel++)
                maps[channel * height * width + i] = output[i * channels + channel];
        }

        return GreyImages.FromMaps(maps, width, height);
    }

    /// <summary>Pictures on a sheet with their numbers, as many as are worth looking at, and the same as one picture.</summary>
    public static (Figure Figure, PixelPicture Picture) Sheet(string name, string title, GreyImages maps, FigureCaption caption)
    {
        var shown = Enumerable.Range(0, Math.Min(maps.Count, MapsShown)).ToList();
        var figure = ImageSheet.Draw(name, title, maps, [.. shown.Select(i => (i, (i + 1).ToString(CultureInfo.InvariantCulture)))], caption, columns: 8);
        return (figure, new PixelPicture(name, maps, shown) { Columns = 8, Scale = maps.Width < 8 ? 12 : 3 });
    }

    /// <summary>Places left over at the end are as black as the least value.</summary>
    private static GreyImages Square(float[] values)
    {
        var width = (int)Math.Ceiling(Math.Sqrt(values.Length));
        var height = (values.Length + width - 1) / width;
        var map = new float[width * height];
        Array.Fill(map, values.Min());
        values.CopyTo(map, 0);
        return GreyImages.FromMaps(map, width, height);
    }

    /// <summary>"(None, 28, 28, 32)" as [28, 28, 32].</summary>
    private static int[] Shape(string text) =>
        [.. text.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
