using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Runs the folds that a command asks for, or finds them kept.</summary>
internal sealed class FoldRuns(Screen screen, FoldsRequest request, RunData data)
{
    private Protocol Protocol => request.Protocol.ToProtocol(request.Seed);

    private string Description => request.Protocol.Kind == ProtocolKind.MlNet ? $"{Figures.Plain(request.Protocol.Folds)} folds of ML.NET's CrossValidate" : Protocol.Description;

    /// <summary>The folds of one experiment.</summary>
    public FoldSet Run(Experiment experiment, CancellationToken cancellationToken)
    {
        var store = Place(experiment, "");
        var folds = request.Protocol.Kind == ProtocolKind.MlNet ? [] : Protocol.Split(data.Labels);
        var outcomes = FoldsDisplay.Run(screen, request.Quiet, $"{experiment.Name}, {Description}", view => request.Protocol.Kind == ProtocolKind.MlNet
            ? new MlNetFolds(request, data, experiment, view).Run(store, view, cancellationToken)
            : FoldWork.Run(
                new MLContext(request.Seed), folds.Count, store, request.Share.AtOnce,
                (number, stop) => new FoldTraining(request, data, view).Run(experiment, number, folds[number], stop), view, cancellationToken));
        return new FoldSet(experiment.Name, Description, outcomes);
    }

    /// <summary>Outer folds, each with the experiment that its inner folds chose.</summary>
    public FoldSet RunNested(CancellationToken cancellationToken)
    {
        var names = request.Experiments.Select(experiment => experiment.Name).ToList();
        var nested = request.Experiments[0] with { Name = string.Join("+", request.Names) };
        var store = Place(nested, "");
        var kept = NestedCrossValidation.CountKept(names, request.Protocol.Folds, ProtocolRequest.InnerFolds, store);
        var outcomes = FoldsDisplay.Run(screen, request.Quiet, $"choosing among {string.Join(", ", request.Names)}, {Description}", view =>
        {
            var trainings = new CountedTrainings(request.Protocol.Folds * (names.Count * ProtocolRequest.InnerFolds + 1), kept, view);
            trainings.Begin();
            return NestedCrossValidation.Run(
                new MLContext(request.Seed), data.Labels, names, Protocol, ProtocolRequest.Inner, store, request.Share.AtOnce,
                trainings.Count((int candidate, Fold split, CancellationToken stop) =>
                    new FoldTraining(request, data, view).Run(request.Experiments[candidate], Environment.CurrentManagedThreadId, split, stop)),
                view, cancellationToken);
        });
        return new FoldSet("the chosen one", $"{Description}, chosen on {ProtocolRequest.Inner.Description} within", outcomes);
    }

    /// <summary>Warm-started folds, and their clean twin.</summary>
    public (FoldSet Warm, FoldSet Clean) RunWarm(NetworkExperiment experiment, CancellationToken cancellationToken)
    {
        var splits = Protocol.Split(data.Labels);
        return (RunOne(true), RunOne(false));

        FoldSet RunOne(bool warm)
        {
            var kind = warm ? "warm start" : "from scratch";
            var store = Place(experiment, kind);
            var outcomes = FoldsDisplay.Run(screen, request.Quiet, $"{experiment.Name}, {Description}, {kind}", view =>
                new WarmFolds(request, data, experiment, view).Run(splits, store, warm, view, cancellationToken));
            return new FoldSet(kind, Description, outcomes);
        }
    }

    private FoldStore Place(Experiment experiment, string kind)
    {
        var store = FoldPlace.Of(request, experiment, data, kind);
        if (request.Fresh)
            store.Clear();
        return store;
    }
}
