using Microsoft.ML;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tests.Running;

public class RunDataTests
{
    private static ImageDataSet Sketch => FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 70, SketchTestCount = 30 });

    [Fact]
    public void Pooled_data_is_divided_anew_and_every_image_used_once()
    {
        var set = Sketch;

        var data = RunData.Pooled(set, 0.2, seed: 3);

        Assert.Equal((80, 20), (data.TrainImages.Count, data.TestImages.Count));
        Assert.Equal(Sums(set.TrainImages.Concat(set.TestImages)), Sums(data.TrainImages.Concat(data.TestImages)));
        Assert.NotEqual(set.TestImages.Labels[..20].ToArray(), data.TestImages.Labels.ToArray());
    }

    [Fact]
    public void The_seed_decides_the_division()
    {
        var set = Sketch;

        Assert.Equal(RunData.Pooled(set, 0.2, 3).TestImages.Pixels.ToArray(), RunData.Pooled(set, 0.2, 3).TestImages.Pixels.ToArray());
        Assert.NotEqual(RunData.Pooled(set, 0.2, 3).TestImages.Pixels.ToArray(), RunData.Pooled(set, 0.2, 4).TestImages.Pixels.ToArray());
    }

    private static long[] Sums(PackedImages images) =>
        [.. Enumerable.Range(0, images.Count).Select(i => images.Image(i).ToArray().Sum(pixel => (long)pixel) * 10 + images.Labels[i]).Order()];
}
