namespace Microsoft.ML.Transforms.Image;

/// <summary>How the colours of an image lie in a vector.</summary>
internal sealed record PixelLayout(
    ImagePixelExtractingEstimator.ColorBits Colours, ImagePixelExtractingEstimator.ColorsOrder Order, bool IsInterleaved, float Offset, float Scale)
{
    internal bool IsValid => Colours != 0 && (Colours & ~ImagePixelExtractingEstimator.ColorBits.All) == 0 && Enum.IsDefined(Order)
        && float.IsFinite(Offset) && float.IsFinite(Scale) && Scale != 0;

    /// <summary>The colours in their order, as letters A, R, G and B.</summary>
    internal char[] Channels => [.. Order.ToString().Where(letter => Colours.HasFlag(letter switch
    {
        'A' => ImagePixelExtractingEstimator.ColorBits.Alpha,
        'R' => ImagePixelExtractingEstimator.ColorBits.Red,
        'G' => ImagePixelExtractingEstimator.ColorBits.Green,
        _ => ImagePixelExtractingEstimator.ColorBits.Blue,
    }))];

    internal static int PlaceOf(char channel, (int Red, int Green, int Blue, int Alpha) places) => channel switch
    {
        'A' => places.Alpha,
        'R' => places.Red,
        'G' => places.Green,
        _ => places.Blue,
    };
}

/// <summary>The colours of an image whose vector holds none.</summary>
internal sealed record DefaultColours(int Alpha, int Red, int Green, int Blue);
