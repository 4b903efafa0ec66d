using Microsoft.ML;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks.Tests;

/// <summary>Our side of the baselines does the work it is timed for.</summary>
public class LinearModelsTests
{
    private readonly ImageDataSet _data =
        FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 200, SketchTestCount = 10 });

    [Fact]
    public void Both_trainers_learn_and_test_images_are_scored()
    {
        var models = new LinearModels(_data, _data.TrainImages);

        Assert.InRange(models.FitSdca(5).Accuracy!.Value, 0.6, 1);
        Assert.InRange(models.FitLbfgs(30).Accuracy!.Value, 0.8, 1);
        Assert.NotNull(models.FitSdca().LogLoss);
        Assert.Equal(3 * 10, models.Score(3).Time.Images);
        Assert.Equal(2 * 10, models.Predict(2).Time.Images);
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

    [Fact]
    public void Recorded_figures_are_medians_of_their_runs()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{"Training":{"sdca":{"Runs":[{"TrainerFitSeconds":12},{"TrainerFitSeconds":10},{"TrainerFitSeconds":20}]}}}""");
            var figures = RecordedFigures.Read(path);
            Assert.Equal(5000, figures.Sdca);
            Assert.Null(figures.Lbfgs);
            File.WriteAllText(path, "no figures");
            Assert.Throws<InvalidDataException>(() => RecordedFigures.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
