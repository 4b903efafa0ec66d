using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>Gets the data set that an experiment names.</summary>
internal static class DataSource
{
    public static ImageDataSet Load(
        MLContext mlContext, DataSetChoice choice, DataRequest request, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var options = new DataSetOptions
        {
            Folder = request.Folder,
            UseSketch = request.UseSketch,
            AllowDownload = request.AllowDownload,
            AllowSketch = request.AllowSketch,
            Progress = progress,
            CancellationToken = cancellationToken,
        };
        if (request.SketchSize is { } size)
            options = options with { SketchTrainCount = size.Train, SketchTestCount = size.Test };

        return choice switch
        {
            DataSetChoice.FashionMnist => FashionMnist.Load(mlContext, options),
            DataSetChoice.Mnist => Mnist.Load(mlContext, options),
            _ => throw new InvalidOperationException($"No loader is declared for {choice}."),
        };
    }
}
