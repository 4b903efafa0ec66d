using Microsoft.ML.Data;
using MlNetFashion.Evaluation;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A data set's test images as pictures, for the gallery of wrong predictions.</summary>
internal static class TestPictures
{
    public static GreyImages Of(ImageDataSet data)
    {
        var size = data.Shape.Size;
        var pixels = new byte[data.TestCount * size];
        var column = data.Test.Schema["Pixels"];
        using var cursor = data.Test.GetRowCursor([column]);
        var getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> image = default;
        for (var row = 0; cursor.MoveNext(); row++)
        {
            getter(ref image);
            foreach (var (pixel, value) in image.Items())
                pixels[row * size + pixel] = (byte)value;
        }

        return new GreyImages(pixels, data.Shape.Width, data.Shape.Height);
    }
}
