using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>Runs the folds that a command asks for, or this part of them, or finds them kept.</summary>
internal sealed class FoldRuns(Screen screen, FoldsRequest request, RunData data)
{
    private readonly MLContext mlContext = new(request.Seed);
    private readonly List<FoldStore> stores = [];

    private Protocol Protocol => request.Protocol.ToProtocol(request.Seed);

    private int Splits => request.Protocol.Splits;

    private IReadOnlyList<int> Mine => request.Shard.Of(Splits);

    private string Description => request.Protocol.Kind == ProtocolKind.MlNet ? $"{Figures.Plain(request.Protocol.Folds)} folds of ML.NET's CrossValidate" : Protocol.Description;

    /// <summary>The folds of one experiment; null where other parts have still to run theirs.</summary>
    public FoldSet? Run(Experiment experiment, CancellationToken cancellationToken)
    {
        var store = Place(experiment, "");
        Show($"{experiment.Name}, {Description}", view =>
        {
            if (request.Protocol.Kind == ProtocolKind.MlNet)
            {
                new MlNetFolds(request, data, experiment, view).Run(Mine, store, view, cancellationToken);
                return;
            }

            var folds = Protocol.Split(data.Labels);
            FoldWork.RunPart(
                Mine, folds.Count, store, request.Share.AtOnce,
                (number, stop) => new FoldTraining(request, data, view).Run(experiment, number, folds[number], stop), view, cancellationToken);
        });
        return Whole(store, experiment.Name, Description);
    }

    /// <summary>Outer folds, each with the experiment that its inner folds chose; null where other parts have still to run theirs.</summary>
    public FoldSet? RunNested(CancellationToken cancellationToken)
    {
        var names = request.Experiments.Select(experiment => experiment.Name).ToList();
        var nested = request.Experiments[0] with { Name = string.Join("+", request.Names) };
        var store = Place(nested, "");
        var kept = NestedCrossValidation.CountKept(names, Mine, ProtocolRequest.InnerFolds, store);
        Show($"choosing among {string.Join(", ", request.Names)}, {Description}", view =>
        {
            var trainings = new CountedTrainings(Mine.Count * (names.Count * ProtocolRequest.InnerFolds + 1), kept, view);
            trainings.Begin();
            NestedCrossValidation.RunPart(
                Mine, mlContext, data.Labels, names, Protocol, ProtocolRequest.Inner, store, request.Share.AtOnce,
                trainings.Count((int candidate, Fold split, CancellationToken stop) =>
                    new FoldTraining(request, data, view).Run(request.Experiments[candidate], Environment.CurrentManagedThreadId, split, stop)),
                view, cancellationToken);
        });
        return Whole(store, "the chosen one", $"{Description}, chosen on {ProtocolRequest.Inner.Description} within");
    }

    /// <summary>
    /// Warm-started folds, and their clean twin; null where other parts have still to run theirs. Those that start from each other's weights are
    /// one part's work.
    /// </summary>
    public (FoldSet Warm, FoldSet Clean)? RunWarm(NetworkExperiment experiment, CancellationToken cancellationToken)
    {
        const int theChain = -1;
        var splits = Protocol.Split(data.Labels);
        var mine = request.Shard.Deal([(theChain, (double)splits.Count), .. Enumerable.Range(0, splits.Count).Select(fold => (fold, 1.0))]);
        var warm = RunOne(true, mine.Contains(theChain) ? [.. Enumerable.Range(0, splits.Count)] : []);
        var clean = RunOne(false, [.. mine.Where(fold => fold != theChain).Order()]);
        return warm is not null && clean is not null ? (warm, clean) : null;

        FoldSet? RunOne(bool isWarm, IReadOnlyList<int> part)
        {
            var kind = isWarm ? "warm start" : "from scratch";
            var store = Place(experiment, kind);
            if (part.Count > 0)
            {
                Show($"{experiment.Name}, {Description}, {kind}", view =>
                    new WarmFolds(request, data, experiment, view).Run(part, splits, store, isWarm, view, cancellationToken));
            }

            return Whole(store, kind, Description);
        }
    }

    /// <summary>Says how much other parts have still to run.</summary>
    public void TellMissing()
    {
        foreach (var store in stores)
            screen.Wrapped("kept", $"{Figures.Plain(Enumerable.Range(0, Splits).Count(store.IsKept))} of {Figures.Plain(Splits)} folds in {store.Folder}");
        screen.Wrapped("report", "not yet: the part that finds all others' folds kept writes it, and so does this command without --shard");
    }

    private FoldSet? Whole(FoldStore store, string name, string description) =>
        store.IsWhole(Splits) ? new FoldSet(name, description, store.ReadAll(mlContext, Splits)) : null;

    private void Show(string title, Action<FoldsView> work) => FoldsDisplay.Run(
        screen, request.Quiet, request.Shard.Count > 1 ? $"{title}, part {request.Shard}" : title, view =>
        {
            work(view);
            return view;
        });

    private FoldStore Place(Experiment experiment, string kind)
    {
        var store = FoldPlace.Of(request, experiment, data, kind);
        if (request.Fresh)
            store.Clear();
        stores.Add(store);
        return store;
    }
}
