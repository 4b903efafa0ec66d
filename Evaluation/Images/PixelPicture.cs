namespace MlNetFashion.Evaluation;

/// <summary>Grey pictures side by side as one picture, each pixel enlarged to a square: what becomes a .png file.</summary>
/// <param name="Name">A name for files.</param>
/// <param name="Images">The pictures.</param>
/// <param name="Items">Which of them, in order.</param>
public sealed record PixelPicture(string Name, GreyImages Images, IReadOnlyList<int> Items)
{
    private const byte Paper = 255;
    private const int Gap = 4;

    /// <summary>Pictures in a row, 10 by default.</summary>
    public int Columns { get; init; } = 10;

    /// <summary>The side of the square that a pixel becomes, 3 by default.</summary>
    public int Scale { get; init; } = 3;

    /// <summary>What the file says of itself, as that it is no real data; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Writes pictures as PREFIX + NAME + ".png" into a folder, each aside and then renamed over an older one.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void WriteAll(string folder, string prefix, IEnumerable<PixelPicture> pictures)
    {
        try
        {
            foreach (var picture in pictures)
                FinishedFile.Write(Path.Combine(folder, $"{prefix}{picture.Name}.png"), stream => stream.Write(picture.ToPng()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(Path.GetFullPath(folder), error);
        }
    }

    /// <summary>The bytes of a .png file.</summary>
    /// <exception cref="InvalidOperationException">No picture.</exception>
    public byte[] ToPng()
    {
        if (Items.Count == 0)
            throw new InvalidOperationException($"The picture {Name} needs at least one item. Received: none.");

        var columns = Math.Min(Columns, Items.Count);
        int width = Images.Width * Scale + Gap, height = Images.Height * Scale + Gap;
        var total = columns * width + Gap;
        var canvas = new byte[((Items.Count + columns - 1) / columns * height + Gap) * total];
        Array.Fill(canvas, Paper);
        for (var i = 0; i < Items.Count; i++)
        {
            var pixels = Images[Items[i]];
            int left = i % columns * width + Gap, top = i / columns * height + Gap;
            for (var y = 0; y < Images.Height * Scale; y++)
            {
                for (var x = 0; x < Images.Width * Scale; x++)
                    canvas[(top + y) * total + left + x] = pixels[y / Scale * Images.Width + x / Scale];
            }
        }

        return GreyPng.Encode(canvas, total, Comment);
    }
}
