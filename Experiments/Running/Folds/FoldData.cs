using Microsoft.ML;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Loads the data whose training images are split into folds.</summary>
internal static class FoldData
{
    public static RunData Load(Screen screen, FoldsRequest request, CancellationToken cancellationToken)
    {
        var experiment = request.Experiments[0];
        var display = RunDisplay.For(screen, request.Quiet);
        var set = display.Download("looking for the data", progress =>
            DataSource.Load(new MLContext(request.Seed), experiment.DataSet, request.Data, progress, cancellationToken));
        var data = experiment.PooledTestFraction is { } fraction ? RunData.Pooled(set, fraction, request.Seed) : RunData.AsPublished(set);
        if (!request.Quiet)
            screen.Wrapped("data", $"the {Figures.Count(data.TrainImages.Count)} training images of {set.Name} from {set.Source}, {ChecksumState.Of(set)}");
        SketchWarning.Show(screen, set);
        return data;
    }
}
