using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;
using MlNetFashion.Pipelines.Models;

namespace MlNetFashion.Experiments.Running;

/// <summary>A page with what each layer of a saved network makes of a picture.</summary>
internal static class ActivationsPage
{
    /// <summary>Writes activations.html and its pictures into a folder of its own, and returns the page's full path.</summary>
    /// <exception cref="InvalidDataException">The model holds no network, or the picture is none.</exception>
    /// <exception cref="ArgumentException">No such layer.</exception>
    public static string Write(string modelPath, string imagePath, string? layer, string results)
    {
        var network = Read(modelPath);
        var picture = GarmentImageReader.Read(imagePath);
        var layers = LayerPictures.Layers(network);
        if (layer is not null && !layers.Contains(layer))
        {
            throw new ArgumentException($"The layer '{layer}' is unknown; "
                + (NearestMatch.Find(layer, layers) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", layers)}."));
        }

        var caption = new FigureCaption($"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(modelPath)))} · {Path.GetFileName(imagePath)}");
        var page = new ResultPage("activations", $"{Path.GetFileName(imagePath)}, seen by a network", modelPath, warning: null);
        var pictures = new List<PixelPicture>();
        var input = new GreyImages(picture.Pixels, 28, 28);
        page.Section("The picture");
        page.Figures(ImageSheet.Draw("input", "What the network is given", input, [(0, Path.GetFileName(imagePath))], caption));
        if (layer is null && LayerPictures.Filters(network) is { } filters)
        {
            page.Section("Filters of the first convolution");
            page.Text("Each is stretched from its least weight, black, to its greatest, white.");
            Add("filters", "Filters of the first convolution", filters);
        }

        for (var i = 0; i < layers.Count; i++)
        {
            if (layer is not null && layers[i] != layer)
                continue;
            var channels = LayerPictures.Channels(network, i, picture.Pixels);
            page.Section(layers[i]);
            page.Text(string.Create(CultureInfo.InvariantCulture,
                $"{(channels.Count == 1 ? "1 channel" : $"{channels.Count} channels")} of {channels.Height} x {channels.Width}, each stretched from its least to its greatest value{(channels.Count > LayerPictures.MapsShown ? $"; the first {LayerPictures.MapsShown} are shown" : "")}."));
            Add("layer-" + layers[i].Replace('/', '-'), $"Output of {layers[i]}", channels);
        }

        var folder = Path.Combine(results, $"activations-{Path.GetFileNameWithoutExtension(imagePath)}");
        PixelPicture.WriteAll(Path.Combine(folder, "figures"), "activations-", pictures);
        return page.Write(folder);

        void Add(string name, string title, GreyImages maps)
        {
            var (figure, sheet) = LayerPictures.Sheet(name, title, maps, caption);
            page.Figures(figure);
            pictures.Add(sheet);
        }
    }

    private static Network Read(string path)
    {
        using var file = File.OpenRead(path);
        var network = NetworkModelReader.ReadFeatures(file, path);
        return network.Architecture.Input.Size == 28 * 28
            ? network
            : throw new InvalidDataException($"A network over pictures of 28 x 28 was expected in '{path}', but it takes {network.Architecture.Input}.");
    }
}
