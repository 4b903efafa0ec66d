using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Image;

/// <summary>
/// Scales images as ML.NET does: stretched ones take the nearest pixel; cropped and padded ones are halved while they are more than twice too
/// large and then scaled bilinearly. Sizes and places are cut off to whole pixels.
/// </summary>
internal static class ImageScaling
{
    internal static MLImage Scale(MLImage image, ResizingSettings settings)
    {
        if (image.Width == settings.Width && image.Height == settings.Height)
            return MLImage.Over(image.Width, image.Height, image.PixelFormat, image.Pixels.ToArray(), image.Tag);
        var pixels = settings.Kind == ImageResizingEstimator.ResizingKind.Fill ? Stretch(image, settings) : Fit(image, settings);
        return MLImage.Over(settings.Width, settings.Height, image.PixelFormat, pixels, image.Tag);
    }

    private static byte[] Stretch(MLImage image, ResizingSettings settings)
    {
        var source = new PixelGrid(image.Width, image.Height, image.Pixels.ToArray());
        var target = new byte[settings.Width * settings.Height * MLImage.BytesPerPixel];
        for (var y = 0; y < settings.Height; y++)
        {
            var row = (int)((y + 0.5) * source.Height / settings.Height);
            for (var x = 0; x < settings.Width; x++)
                source.At((int)((x + 0.5) * source.Width / settings.Width), row).CopyTo(target.AsSpan(((y * settings.Width) + x) * MLImage.BytesPerPixel));
        }

        return target;
    }

    private static byte[] Fit(MLImage image, ResizingSettings settings)
    {
        var across = (float)settings.Width / image.Width;
        var down = (float)settings.Height / image.Height;
        var pads = settings.Kind == ImageResizingEstimator.ResizingKind.IsoPad;
        var ratio = pads ? Math.Min(across, down) : Math.Max(across, down);
        var width = (int)(image.Width * ratio);
        var height = (int)(image.Height * ratio);

        // The direction in which the image does not fill the target exactly.
        var isVertical = pads ? across <= down : down < across;
        var left = isVertical ? 0 : Place(settings.Width - (image.Width * ratio), ImageResizingEstimator.Anchor.Left, ImageResizingEstimator.Anchor.Right);
        var top = isVertical ? Place(settings.Height - (image.Height * ratio), ImageResizingEstimator.Anchor.Top, ImageResizingEstimator.Anchor.Bottom) : 0;

        var source = new PixelGrid(image.Width, image.Height, image.Pixels.ToArray());
        while (source.Width >= 2 * width && source.Height >= 2 * height && source.Width > 1 && source.Height > 1)
            source = source.Halved();
        var target = new byte[settings.Width * settings.Height * MLImage.BytesPerPixel];
        for (var y = Math.Max(0, top); y < Math.Min(settings.Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(settings.Width, left + width); x++)
            {
                source.Sample(
                    ((x - left + 0.5f) * source.Width / width) - 0.5f,
                    ((y - top + 0.5f) * source.Height / height) - 0.5f,
                    target.AsSpan(((y * settings.Width) + x) * MLImage.BytesPerPixel, MLImage.BytesPerPixel));
            }
        }

        return target;

        int Place(float room, ImageResizingEstimator.Anchor start, ImageResizingEstimator.Anchor end)
        {
            if (pads || (settings.Anchor != start && settings.Anchor != end))
                return (int)(room / 2);
            return settings.Anchor == start ? 0 : (int)room;
        }
    }
}
