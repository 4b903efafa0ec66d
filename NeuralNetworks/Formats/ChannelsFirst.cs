namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Between this library's arrays, channels last, and those of ONNX, channels first.</summary>
internal static class ChannelsFirst
{
    /// <summary>[height, width, channels, filters] as [filters, channels, height, width].</summary>
    public static NamedArray Kernel(NamedArray kernel)
    {
        var (height, width, channels, filters) = (kernel.Shape[0], kernel.Shape[1], kernel.Shape[2], kernel.Shape[3]);
        var area = height * width;
        var values = new float[kernel.Values.Length];
        for (var place = 0; place < area; place++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                for (var filter = 0; filter < filters; filter++)
                    values[(((filter * channels) + channel) * area) + place] = kernel.Values[(((place * channels) + channel) * filters) + filter];
            }
        }

        return new NamedArray(kernel.Name, [filters, channels, height, width], values);
    }

    /// <summary>[filters, channels / groups, height, width] as [height, width, channels, filters], zero between groups.</summary>
    public static NamedArray KernelBack(float[] values, int filters, int channelsPerGroup, int height, int width, int groups)
    {
        var area = height * width;
        var channels = channelsPerGroup * groups;
        var moved = new float[checked(area * channels * filters)];
        for (var filter = 0; filter < filters; filter++)
        {
            var firstChannel = filter / (filters / groups) * channelsPerGroup;
            for (var channel = 0; channel < channelsPerGroup; channel++)
            {
                for (var place = 0; place < area; place++)
                    moved[(((place * channels) + firstChannel + channel) * filters) + filter] = values[(((filter * channelsPerGroup) + channel) * area) + place];
            }
        }

        return new NamedArray("kernel", [height, width, channels, filters], moved);
    }

    /// <summary>[in, out] as [out, in], where the inputs are an image's values, channels first, if one is given.</summary>
    public static NamedArray Matrix(NamedArray kernel, TensorShape? image)
    {
        var (rows, columns) = (kernel.Shape[0], kernel.Shape[1]);
        var values = new float[kernel.Values.Length];
        for (var row = 0; row < rows; row++)
        {
            var moved = image is { } shape ? PlaceOf(row, shape) : row;
            for (var column = 0; column < columns; column++)
                values[(column * rows) + moved] = kernel.Values[(row * columns) + column];
        }

        return new NamedArray(kernel.Name, [columns, rows], values);
    }

    /// <summary>The rows of [in, out], which follow an image with the channels first, in this library's order.</summary>
    public static float[] RowsBack(float[] values, int columns, TensorShape image)
    {
        var moved = new float[values.Length];
        for (var row = 0; row < image.Size; row++)
            values.AsSpan(PlaceOf(row, image) * columns, columns).CopyTo(moved.AsSpan(row * columns, columns));
        return moved;
    }

    /// <summary>The zeros around an image: top, left, bottom, right. Keras puts the odd one at the bottom and right.</summary>
    public static long[] Pads(TensorShape input, int size, int stride, Padding padding)
    {
        if (padding == Padding.Valid)
            return [0, 0, 0, 0];
        var (down, across) = (Missing(input.Height), Missing(input.Width));
        return [down / 2, across / 2, down - (down / 2), across - (across / 2)];

        int Missing(int length) => Math.Max(0, (((length + stride - 1) / stride) - 1) * stride + size - length);
    }

    /// <summary>Where a value of an image, counted channels last, stands when the channels come first.</summary>
    private static int PlaceOf(int index, TensorShape image) => (index % image.Channels * image.Height * image.Width) + (index / image.Channels);
}
