namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>How weights of a convolution lie.</summary>
internal enum KernelLayout
{
    /// <summary>[filters, channels of a group, height, width].</summary>
    FiltersFirst,

    /// <summary>[height, width, channels of a group, filters].</summary>
    FiltersLast,

    /// <summary>[height, width, channels, filters of each]: every channel is a group.</summary>
    Depthwise,
}

/// <summary>How a convolution slides.</summary>
/// <param name="Down">Along the height.</param>
/// <param name="Across">Along the width.</param>
/// <param name="Groups">Into how many groups channels and filters are cut; 0 for as many as channels.</param>
/// <param name="ChannelsFirst">Whether images are [batch, channels, height, width] instead of [batch, height, width, channels].</param>
/// <param name="Layout">How the weights lie.</param>
internal sealed record ConvolutionSettings(WindowAxis Down, WindowAxis Across, int Groups, bool ChannelsFirst, KernelLayout Layout);
