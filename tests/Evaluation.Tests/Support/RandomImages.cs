namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Pictures of 6 by 4 pixels of three classes, each a brightness and a slope of its own with noise.</summary>
internal static class RandomImages
{
    public const int Width = 6;
    public const int Height = 4;

    public static LabelledImages Part(string split, int count, int seed)
    {
        var random = new Random(seed);
        var labels = Enumerable.Range(0, count).Select(_ => random.Next(3)).ToArray();
        var pixels = new byte[count * Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var label = labels[i / (Width * Height)];
            pixels[i] = (byte)(40 + 50 * label + i % Width * (label - 1) * 12 + random.Next(60));
        }

        return new LabelledImages(split, new GreyImages(pixels, Width, Height), [.. labels]);
    }
}
