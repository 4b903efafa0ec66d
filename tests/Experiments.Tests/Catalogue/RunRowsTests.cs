using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;
using Microsoft.ML;

namespace MlNetFashion.Experiments.Tests.Catalogue;

public class RunRowsTests
{
    [Theory]
    [InlineData("safaei/cnn_1")]
    [InlineData("kh/ann")]
    [InlineData("dalvi/cnn")]
    [InlineData("safaei/cnn_kf/fold-03")]
    [InlineData("safaei/cnn_rs/fold-03")]
    [InlineData("safaei/mlp-grid/relu-sgd/fold-02")]
    [InlineData("lbfgs")]
    public void The_images_counted_are_those_that_the_run_gets(string name)
    {
        var set = FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 600, SketchTestCount = 300 });
        var experiment = ExperimentCatalogue.Find(name);

        var rows = RunRows.Of(experiment, set.TrainCount, set.TestCount);

        var data = RunData.Of(set, experiment, seed: 1);
        Assert.Equal(data.TrainImages.Count + (data.ValidationImages?.Count ?? 0), rows.Trained + rows.Validated, tolerance: 1);
        Assert.Equal(data.TrainImages.Count + data.TestImages.Count, rows.Judged, tolerance: 1);
        var drawn = experiment is NetworkExperiment network ? network.Training.ValidationFraction * data.TrainImages.Count : 0;
        Assert.Equal(data.ValidationImages?.Count ?? drawn, rows.Validated, tolerance: 1);
    }
}
