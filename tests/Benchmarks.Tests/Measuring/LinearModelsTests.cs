using Microsoft.ML;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks.Tests;

/// <summary>Our side of the baselines does the work it is timed for.</summary>
public class LinearModelsTests
{
    private readonly ImageDataSet _data =
        FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 200, SketchTestCount = 10 });

    [Fact]
    public void Both_trainers_learn_and_all_rows_are_scored()
    {
        var models = new LinearModels(_data, _data.TrainImages);

        Assert.InRange(models.FitSdca(5).Accuracy!.Value, 0.6, 1);
        Assert.InRange(models.FitLbfgs(30).Accuracy!.Value, 0.8, 1);
        Assert.Equal(3 * 200, models.Score(3).Time.Images);
    }

    [Fact]
    public void The_text_table_is_read_whole_and_leaves_nothing_behind()
    {
        string path;
        using (var table = new TextTable(_data.TrainImages))
        {
            path = table.Path;
            Assert.Equal(200, table.Read().Time.Images);
            Assert.Equal(201, File.ReadLines(path).Count());
        }

        Assert.False(File.Exists(path));
    }
}
