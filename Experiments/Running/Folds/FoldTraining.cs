using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Trains an experiment on the training rows of a split and judges it on the others, from scratch.</summary>
internal sealed class FoldTraining(FoldsRequest request, RunData data, FoldsView view)
{
    /// <param name="experiment">What is trained.</param>
    /// <param name="number">The fold's number, from 0.</param>
    /// <param name="split">Its rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public FoldOutcome Run(Experiment experiment, int number, Fold split, CancellationToken cancellationToken)
    {
        var mlContext = new MLContext(request.Seed);
        using var log = new TrainerLog(mlContext, view.LogOf(number, experiment.Name), cancellationToken);
        var pipeline = ExperimentPipeline.Create(mlContext, experiment, new PipelineSettings(request.Seed, request.Share.Threads, data.Set.ClassNames)
        {
            Progress = view.ProgressOf(number, experiment.Name),
            CancellationToken = cancellationToken,
        });
        var result = CrossValidation.RunOne(mlContext, data.Train, pipeline.Estimator, number, split);
        return new FoldOutcome(result.Evaluation, result.Training, split.Train.Length)
        {
            History = ModelTraining.Records(pipeline.Network is { } network ? network.History : []),
        };
    }
}
