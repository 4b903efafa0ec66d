namespace MlNetFashion.NeuralNetworks;

/// <summary>What happens at the border of an image; the meanings are Keras's.</summary>
public enum Padding
{
    /// <summary>No padding: windows stay inside the image; output size = ceil((size - window + 1) / stride).</summary>
    Valid,

    /// <summary>Zeros around the image, the odd one at the bottom and right: output size = ceil(size / stride).</summary>
    Same,
}
