using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tests.Running;

public class EveryExperimentTests
{
    private static readonly ImageDataSet Few = FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 60, SketchTestCount = 20 });

    public static TheoryData<string> Names => [.. ExperimentCatalogue.All.Select(experiment => ExperimentCatalogue.TrainingsOf(experiment).First().Name)];

    /// <summary>Whatever the catalogue lists can be trained, saved, loaded and asked, so that nobody waits for an hour to learn that it cannot.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void An_experiment_of_the_catalogue_trains_to_a_model_that_can_be_saved(string name)
    {
        var declared = ExperimentCatalogue.Find(name);
        var overrides = declared is NetworkExperiment ? new Overrides { Epochs = 1, BatchSize = 20 } : new Overrides { Iterations = 2 };
        var request = new RunRequest(overrides.ApplyTo(declared), new DataRequest()) { Overrides = overrides, ResultsFolder = "" };
        var mlContext = new MLContext(1);
        var data = RunData.AsPublished(Few);

        var trained = ModelTraining.Train(mlContext, request, seed: 1, data, new QuietDisplay(), CancellationToken.None);

        using var file = new MemoryStream();
        mlContext.Model.Save(trained.Pipeline, data.Train.Schema, file);
        file.Position = 0;
        var scored = mlContext.Model.Load(file, out _).Transform(data.Test);
        Assert.Equal(20, scored.GetRowCount());
        Assert.NotNull(scored.Schema.GetColumnOrNull("PredictedLabel"));
    }
}
