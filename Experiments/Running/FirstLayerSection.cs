using MlNetFashion.Evaluation;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>The part of a run's report that shows a network's first convolution: its filters, and its channels on one test picture.</summary>
internal static class FirstLayerSection
{
    /// <summary>The section; nothing for a network that does not begin with a convolution.</summary>
    public static IEnumerable<ReportSection> Of(Network? network, PackedImages test, IReadOnlyList<string> classNames, FigureCaption caption)
    {
        if (network is null || test.Count == 0 || LayerPictures.Filters(network) is not { } filters)
            yield break;

        var layers = network.Architecture.Layers;
        var place = Enumerable.Range(0, layers.Length).First(i => layers[i] is Conv2D);
        var (filterFigure, filterPicture) = LayerPictures.Sheet("first-layer-filters", "Filters of the first convolution", filters, caption);
        var (channelFigure, channelPicture) = LayerPictures.Sheet(
            "first-layer-channels", $"Its channels on test picture 0 ({classNames[test.Labels[0]]})", LayerPictures.Channels(network, place, test.Image(0)), caption);
        yield return new ReportSection(
            "first-layer", "What the first convolution sees",
            "Each filter is stretched from its least weight, black, to its greatest, white; each channel likewise from its least to its greatest value. "
            + "The command 'activations' shows any layer on any picture.",
            [filterFigure, channelFigure])
        {
            Pictures = [filterPicture, channelPicture],
        };
    }
}
