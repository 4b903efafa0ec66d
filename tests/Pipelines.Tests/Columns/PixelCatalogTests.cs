using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Pipelines.Tests;

public class PixelCatalogTests
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly PackedImages _images = SketchData.Draw(50, seed: 1);

    [Fact]
    public void Every_pixel_is_divided_by_255_whatever_the_data_holds()
    {
        // The brightest of these images is 30: a range learned from the data would make it 1.
        var dark = new PackedImages(Array.ConvertAll(_images.Pixels.ToArray(), value => (byte)(value * 30 / 255)), _images.Labels.ToArray(), 28, 28);
        var view = new PackedImageView(dark, FashionMnist.ClassNames);

        var normalised = _mlContext.Transforms.NormalizePixels("Features", "Pixels").Fit(view).Transform(view);

        using var cursor = normalised.GetRowCursor([normalised.Schema["Features"]]);
        var get = cursor.GetGetter<VBuffer<float>>(normalised.Schema["Features"]);
        VBuffer<float> features = default;
        var packer = new PixelPacker(784, 50);
        for (var row = 0; cursor.MoveNext(); row++)
        {
            get(ref features);
            var values = features.DenseValues().ToArray();
            Assert.Equal(dark.Image(row).ToArray().Select(value => value * (1f / 255)), values);
            packer.Add(values);
        }

        Assert.True(packer.IsPacked);
    }

    [Fact]
    public void The_declared_columns_are_those_that_come_out()
    {
        var view = new PackedImageView(_images, FashionMnist.ClassNames);
        var pipeline = _mlContext.Transforms.NormalizePixels("Pixels").Append(_mlContext.Transforms.Conversion.MapLabelToKey("Key", FashionMnist.ClassNames, "Label"));

        var output = pipeline.Fit(view).Transform(view).Schema;

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 784), output["Pixels"].Type);
        Assert.Equal(new KeyDataViewType(typeof(uint), 10), output["Key"].Type);
    }

    [Fact]
    public void A_column_without_pixels_is_refused()
    {
        var view = new PackedImageView(_images, FashionMnist.ClassNames);

        var missing = Assert.Throws<ArgumentException>(() => _mlContext.Transforms.NormalizePixels("Features", "Picture").Fit(view));
        var text = Assert.Throws<ArgumentException>(() => _mlContext.Transforms.NormalizePixels("Features", "Label").Fit(view));

        Assert.Contains("'Picture' must be a Vector<Single> of known size. Received: no such column", missing.Message);
        Assert.Contains("Received: String", text.Message);
    }
}
