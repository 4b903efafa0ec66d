using System.Numerics;
using System.Runtime.InteropServices;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Changes gathered images in place as an <see cref="Augmentation"/> asks. It holds no state, so that any thread may take any image:
/// what happens to one depends on seed, epoch and image alone. Always the same number of random numbers is drawn for a change that is
/// switched on, so that switching on a later one leaves the earlier ones as they were.
/// </summary>
internal sealed class ImageAugmenter(Augmentation augmentation, TensorShape shape, int seed)
{
    /// <summary>Values that <see cref="Apply"/> needs as working space.</summary>
    public int ScratchLength => shape.Size;

    /// <summary>Changes one image.</summary>
    /// <param name="image">Its values, <c>[height, width, channels]</c>.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> values that nobody else uses meanwhile.</param>
    /// <param name="epoch">Counted from any number; another one gives other changes.</param>
    /// <param name="index">The image's row in the training set.</param>
    public void Apply(Span<float> image, Span<float> scratch, int epoch, int index)
    {
        var random = new ImageRandom(seed, RandomStream.Augmentation, epoch, index);
        image = image[..shape.Size];
        if (augmentation.MovesPixels)
            Move(image, scratch[..shape.Size], ref random);
        if (augmentation.HorizontalFlip && random.NextBoolean())
            FlipColumns(image);
        if (augmentation.VerticalFlip && random.NextBoolean())
            FlipRows(image);
        if (augmentation.RandomCropPadding > 0)
            Crop(image, scratch[..shape.Size], ref random);
        if (augmentation.ContrastRange is { } contrast)
            ChangeContrast(image, (float)random.Between(contrast.Lower, contrast.Upper));
        if (augmentation.BrightnessRange is { } brightness)
            Stretch(image, 0, (float)random.Between(brightness.Lower, brightness.Upper));
        if (augmentation.RandomErasing is { } erasing)
            Erase(image, erasing, ref random);
    }

    /// <summary>Keras's random affine transform. A shift range below 1 is a share of the size, otherwise pixels.</summary>
    private void Move(Span<float> image, Span<float> scratch, ref ImageRandom random)
    {
        var zoom = augmentation.ZoomRange ?? new FactorRange(1, 1);
        var rotation = random.Within(augmentation.RotationRange) * (Math.PI / 180);
        var rowShift = random.Within(augmentation.HeightShiftRange) * (augmentation.HeightShiftRange < 1 ? shape.Height : 1);
        var columnShift = random.Within(augmentation.WidthShiftRange) * (augmentation.WidthShiftRange < 1 ? shape.Width : 1);
        var shear = random.Within(augmentation.ShearRange) * (Math.PI / 180);
        var rowZoom = random.Between(zoom.Lower, zoom.Upper);
        var columnZoom = random.Between(zoom.Lower, zoom.Upper);
        var map = AffineMap.Compose(rotation, rowShift, columnShift, shear, rowZoom, columnZoom, shape.Height, shape.Width);
        image.CopyTo(scratch);
        AffineSampler.Sample(scratch, image, shape, map, augmentation.FillMode, (float)augmentation.FillValue);
    }

    private void FlipColumns(Span<float> image)
    {
        var stride = shape.Width * shape.Channels;
        for (var start = 0; start < image.Length; start += stride)
        {
            var row = image.Slice(start, stride);
            row.Reverse();
            if (shape.Channels == 1)
                continue;
            for (var pixel = 0; pixel < stride; pixel += shape.Channels)
                row.Slice(pixel, shape.Channels).Reverse();
        }
    }

    private void FlipRows(Span<float> image)
    {
        var stride = shape.Width * shape.Channels;
        for (int top = 0, bottom = image.Length - stride; top < bottom; top += stride, bottom -= stride)
        {
            for (var i = 0; i < stride; i++)
                (image[top + i], image[bottom + i]) = (image[bottom + i], image[top + i]);
        }
    }

    /// <summary>Pads, then cuts out: a shift by whole pixels.</summary>
    private void Crop(Span<float> image, Span<float> scratch, ref ImageRandom random)
    {
        var places = 2 * augmentation.RandomCropPadding + 1;
        var down = random.NextInt(places) - augmentation.RandomCropPadding;
        var right = random.NextInt(places) - augmentation.RandomCropPadding;
        if (down == 0 && right == 0)
            return;
        image.CopyTo(scratch);
        image.Fill((float)augmentation.FillValue);
        var stride = shape.Width * shape.Channels;
        var length = (shape.Width - Math.Abs(right)) * shape.Channels;
        if (length <= 0)
            return;
        var source = Math.Max(right, 0) * shape.Channels;
        var target = Math.Max(-right, 0) * shape.Channels;
        for (var y = Math.Max(0, -down); y < Math.Min(shape.Height, shape.Height - down); y++)
            scratch.Slice((y + down) * stride + source, length).CopyTo(image.Slice(y * stride + target, length));
    }

    private void ChangeContrast(Span<float> image, float factor)
    {
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var sum = 0.0;
            for (var i = channel; i < image.Length; i += shape.Channels)
                sum += image[i];
            var mean = (float)(sum / (shape.Height * shape.Width));
            if (shape.Channels == 1)
            {
                Stretch(image, mean, factor);
                continue;
            }

            for (var i = channel; i < image.Length; i += shape.Channels)
                image[i] = Math.Clamp(mean + (image[i] - mean) * factor, (float)augmentation.SmallestValue, (float)augmentation.LargestValue);
        }
    }

    /// <summary>Multiplies every value's distance from <paramref name="centre"/> and keeps the result in the range of values.</summary>
    private void Stretch(Span<float> image, float centre, float factor)
    {
        var (smallest, largest) = ((float)augmentation.SmallestValue, (float)augmentation.LargestValue);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(image);
        foreach (ref var vector in vectors)
        {
            var stretched = new Vector<float>(centre) + (vector - new Vector<float>(centre)) * factor;
            vector = Vector.Min(Vector.Max(stretched, new Vector<float>(smallest)), new Vector<float>(largest));
        }

        for (var i = vectors.Length * Vector<float>.Count; i < image.Length; i++)
            image[i] = Math.Clamp(centre + (image[i] - centre) * factor, smallest, largest);
    }

    /// <summary>Draws rectangles until one fits, ten times at most, as torchvision does.</summary>
    private void Erase(Span<float> image, RandomErasing erasing, ref ImageRandom random)
    {
        if (random.Next() >= erasing.Probability)
            return;
        var logarithm = Math.Log(erasing.SmallestRatio);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var area = random.Between(erasing.SmallestArea, erasing.LargestArea) * shape.Height * shape.Width;
            var ratio = Math.Exp(random.Between(logarithm, -logarithm));
            var height = (int)Math.Round(Math.Sqrt(area * ratio));
            var width = (int)Math.Round(Math.Sqrt(area / ratio));
            if (height < 1 || width < 1 || height >= shape.Height || width >= shape.Width)
                continue;
            var top = random.NextInt(shape.Height - height + 1);
            var left = random.NextInt(shape.Width - width + 1);
            for (var y = top; y < top + height; y++)
                image.Slice((y * shape.Width + left) * shape.Channels, width * shape.Channels).Fill((float)erasing.Value);
            return;
        }
    }
}
