namespace MlNetFashion.NeuralNetworks;

/// <summary>What lies beyond the border of an image that is moved, turned or zoomed; names and meanings are Keras's.</summary>
public enum FillMode
{
    /// <summary>The nearest pixel of the border: <c>aaaa|abcd|dddd</c>.</summary>
    Nearest,

    /// <summary>A constant, <see cref="Augmentation.FillValue"/>: <c>kkkk|abcd|kkkk</c>.</summary>
    Constant,

    /// <summary>The image mirrored at its edge: <c>dcba|abcd|dcba</c>.</summary>
    Reflect,

    /// <summary>
    /// The image again. As in SciPy, which Keras calls, the first and the last pixel share a place, so the period is one less than the
    /// size: <c>bcd|abcd|bcd</c>.
    /// </summary>
    Wrap,
}
