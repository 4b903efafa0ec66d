using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>One <c>compare</c> command: on the test images by finished runs, or on folds.</summary>
internal sealed class ComparisonFlow(Surroundings surroundings, FoldsRequest request)
{
    private readonly Screen screen = surroundings.Screen;

    /// <summary>By the predictions of two runs on the test images; an experiment without a finished run is trained first.</summary>
    /// <param name="names">Two names of experiments, or run folders.</param>
    /// <param name="seedIsGiven">Whether only runs with the seed asked for will do.</param>
    /// <param name="cancellationToken">Stops a training.</param>
    public void OnTestImages(IReadOnlyList<string> names, bool seedIsGiven, CancellationToken cancellationToken)
    {
        var runs = names.Select(name => ComparedRun.IsFolder(name) ? RunReader.Read(name) : FindOrTrain(FoldCandidates.Single(ExperimentCatalogue.Find(name)), seedIsGiven, cancellationToken)).ToList();
        var comparison = ComparisonReport.Compare(runs[0], runs[1]);
        var command = $"dotnet run --project Experiments -- compare {string.Join(' ', runs.Select(run => $"\"{Workplace.Shorten(run.Folder, surroundings.Workplace.Root)}\""))}";
        var folder = ComparisonReport.Write(request.ResultsFolder, comparison, command, DateTimeOffset.Now);
        ComparisonNotice.Show(screen, comparison, folder, request.Quiet);
    }

    /// <summary>By accuracy over the same folds.</summary>
    public void OnFolds(CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.Now;
        var data = FoldData.Load(screen, request, cancellationToken);
        var runs = new FoldRuns(screen, request, data);
        var (first, second) = (runs.Run(request.Experiments[0], cancellationToken), runs.Run(request.Experiments[1], cancellationToken));
        if (first is null || second is null)
        {
            runs.TellMissing();
            SketchWarning.Show(screen, data.Set);
            return;
        }

        var trainRows = (int)Math.Round(first.Folds.Average(fold => fold.TrainRows));
        var judgedRows = (int)Math.Round(first.Folds.Average(fold => fold.Evaluation.Predictions.Count));
        var finding = ModelComparison.OnSameFolds(first.Name, first.Accuracies, second.Name, second.Accuracies, trainRows, judgedRows);
        var folder = FoldReport.Write(
            request.ResultsFolder, "compare", $"{first.Name} against {second.Name}",
            FoldsDescriber.Describe(request, data, started, "compare", request.Experiments), [first, second], [finding.Sentence]);
        FoldsNotice.Show(screen, [first, second], [finding.Sentence], folder, request.Quiet);
        SketchWarning.Show(screen, data.Set);
    }

    private RunRecord FindOrTrain(Experiment experiment, bool seedIsGiven, CancellationToken cancellationToken)
    {
        var anew = request.Fresh || request.Overrides.AsOptions().Any();
        if (!anew && ComparedRun.Newest(request, experiment, seedIsGiven) is { } found)
        {
            if (!request.Quiet)
                screen.Wrapped(experiment.Name, $"the run {found.Name} ({Figures.Percent(found.Accuracy)})");
            return found;
        }

        var run = new ExperimentFlow(surroundings, new RunRequest(request.Overrides.ApplyTo(experiment), request.Data)
        {
            Overrides = request.Overrides,
            ResultsFolder = request.ResultsFolder,
            FirstSeed = request.Seed,
            Threads = request.Threads ?? 0,
            Quiet = request.Quiet,
        }).Run(cancellationToken);
        return RunReader.Read(run[0].Folder);
    }
}
