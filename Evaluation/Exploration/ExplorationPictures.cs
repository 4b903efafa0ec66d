namespace MlNetFashion.Evaluation;

/// <summary>Pictures made of pictures for a page about data.</summary>
internal static class ExplorationPictures
{
    private const int Gap = 2;

    /// <summary>Each pair as one picture with a white line between.</summary>
    public static GreyImages SideBySide(IReadOnlyList<LabelledImages> parts, IReadOnlyList<ImagePair> pairs)
    {
        var (width, height) = (parts[0].Images.Width, parts[0].Images.Height);
        var total = 2 * width + Gap;
        var pixels = new byte[pairs.Count * total * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var y = 0; y < height; y++)
            {
                var row = pixels.AsSpan((i * height + y) * total, total);
                Row(pairs[i].First, y).CopyTo(row);
                Row(pairs[i].Second, y).CopyTo(row[(width + Gap)..]);
            }
        }

        return new GreyImages(pixels, total, height);

        ReadOnlySpan<byte> Row(ImagePlace place, int y) => parts[place.Split].Images[place.Picture].Slice(y * width, width);
    }
}
