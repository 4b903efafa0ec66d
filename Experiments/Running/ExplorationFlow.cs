using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>One <c>data explore</c> command from its data to its page.</summary>
internal sealed class ExplorationFlow(Screen screen, ExplorationRequest request)
{
    private static readonly ProtocolRequest Protocol = new(ProtocolKind.Stratified, Folds: 3, Repeats: 1, TestFraction: 0.2);

    public void Run(CancellationToken cancellationToken)
    {
        var set = RunDisplay.For(screen, request.Quiet).Download("looking for the data", progress =>
            DataSource.Load(new MLContext(1), request.DataSet, request.Data, progress, cancellationToken));
        SketchWarning.Show(screen, set);
        if (request.Picture >= set.TrainCount)
            throw new ArgumentException($"--image expects the number of a training image, from 0 to {set.TrainCount - 1}, but received {request.Picture}.");

        var data = DataParts.ToExplore(set) with
        {
            Picture = request.Picture,
            Judged = request.Labels is { } experiment ? Judge(experiment, set, cancellationToken) : null,
        };
        var folder = DataParts.FolderOf(request.ResultsFolder, set, request.DataSet);
        var page = ExplorationDisplay.Run(screen, request.Quiet, progress => new DataExploration(data, progress).Write(folder, cancellationToken));
        screen.Wrapped("folder", folder);
        screen.Wrapped("page", page);
        SketchWarning.Show(screen, set);
    }

    /// <summary>What cross-validated models say of every training image, none of them trained on it.</summary>
    private (string, Predictions) Judge(Experiment experiment, ImageDataSet set, CancellationToken cancellationToken)
    {
        var folds = new FoldsRequest([experiment], request.Data, Protocol)
        {
            Names = [experiment.Name],
            Overrides = new Overrides(),
            ResultsFolder = request.ResultsFolder,
            Quiet = request.Quiet,
        };
        var data = RunData.AsPublished(set);
        var outcomes = new FoldRuns(screen, folds, data).Run(experiment, cancellationToken)!.Folds;
        var splits = Protocol.ToProtocol(folds.Seed).Split(data.Labels);
        var predictions = outcomes.Select(outcome => outcome.Evaluation.Predictions).ToList();
        return (experiment.Name, Predictions.From(
            [.. predictions.SelectMany(fold => fold.Actual.ToArray())], [.. predictions.SelectMany(fold => fold.Scores.ToArray())], predictions[0].Classes,
            [.. predictions.SelectMany((fold, number) => fold.Positions.ToArray().Select(position => splits[number].Test[position]))]));
    }
}
