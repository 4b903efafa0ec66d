namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>How a window behaves at an image's border.</summary>
public enum GraphPadding
{
    /// <summary>The window stays inside the image.</summary>
    Valid,

    /// <summary>Zeros around the image, so that the output has the input's size divided by the stride, rounded up.</summary>
    Same,
}
