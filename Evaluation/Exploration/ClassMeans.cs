namespace MlNetFashion.Evaluation;

/// <summary>The mean picture of each class.</summary>
public static class ClassMeans
{
    /// <summary>One picture a class, in class order; black for a class without pictures.</summary>
    /// <param name="part">The pictures.</param>
    /// <param name="classes">How many classes there are.</param>
    public static GreyImages Of(LabelledImages part, int classes)
    {
        var size = part.Images.Width * part.Images.Height;
        var sums = new long[classes * size];
        var counts = new int[classes];
        for (var picture = 0; picture < part.Labels.Length; picture++)
        {
            var k = part.Labels[picture];
            counts[k]++;
            var pixels = part.Images[picture];
            for (var i = 0; i < size; i++)
                sums[k * size + i] += pixels[i];
        }

        var means = new byte[sums.Length];
        for (var i = 0; i < means.Length; i++)
            means[i] = counts[i / size] == 0 ? (byte)0 : (byte)Math.Round((double)sums[i] / counts[i / size]);
        return new GreyImages(means, part.Images.Width, part.Images.Height);
    }
}
