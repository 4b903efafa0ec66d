namespace MlNetFashion.Interchange.Jpeg;

/// <summary>Planes of fewer samples brought to the size of the image: halved ones between their neighbours in the ratio 3 to 1, others by repetition.</summary>
internal static class JpegPlanes
{
    internal static byte[] FullSize(JpegFrame frame, JpegComponent component)
    {
        var samples = JpegTransform.Samples(component);
        var across = frame.MostAcross / (double)component.Across;
        var down = frame.MostDown / (double)component.Down;
        if (across == 1 && down == 1)
            return samples;
        var plane = new byte[frame.Width * frame.Height];

        // Very narrow planes are only repeated, as the usual decoders do.
        var isSmooth = across == 2 && component.Width > 2;
        var sums = new int[component.Width];
        for (var y = 0; y < frame.Height; y++)
        {
            var target = plane.AsSpan(y * frame.Width, frame.Width);
            var row = Math.Min((int)(y / down), component.Height - 1);
            if (across == 1 && down == 2)
            {
                Between(samples.AsSpan(row * component.Width, component.Width), samples.AsSpan(Other(y, row) * component.Width, component.Width), target, y % 2 == 0 ? 1 : 2);
                continue;
            }

            if (!isSmooth || down is not (1 or 2))
            {
                for (var x = 0; x < target.Length; x++)
                    target[x] = samples[(row * component.Width) + Math.Min((int)(x / across), component.Width - 1)];
                continue;
            }

            // With the row above for the upper of two rows, and the one below for the lower.
            var other = down == 1 ? row : Other(y, row);
            for (var x = 0; x < sums.Length; x++)
                sums[x] = down == 1 ? samples[(row * component.Width) + x] : (3 * samples[(row * component.Width) + x]) + samples[(other * component.Width) + x];
            Widen(sums, target, down == 1 ? 1 : 4);
        }

        return plane;

        int Other(int y, int row) => Math.Clamp(y % 2 == 0 ? row - 1 : row + 1, 0, component.Height - 1);
    }

    private static void Between(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<byte> target, int bias)
    {
        for (var x = 0; x < target.Length; x++)
            target[x] = (byte)(((3 * near[x]) + far[x] + bias) / 4);
    }

    /// <summary>Twice as many values, each 3 parts of its own and 1 part of its other neighbour, over sums <paramref name="scale"/> times too large.</summary>
    private static void Widen(int[] sums, Span<byte> target, int scale)
    {
        var (left, right) = scale == 1 ? (1, 2) : (8, 7);
        var last = sums.Length - 1;
        for (var x = 0; x < target.Length; x++)
        {
            var index = x / 2;
            var isLeft = x % 2 == 0;
            var neighbour = isLeft ? index - 1 : index + 1;
            var bias = isLeft ? left : right;
            var value = neighbour < 0 || neighbour > last ? (4 * sums[index]) + (scale == 1 ? 0 : bias) : (3 * sums[index]) + sums[neighbour] + bias;
            target[x] = (byte)(value / (4 * scale));
        }
    }
}
