using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>One <c>crossvalidate</c> command from its data to its report.</summary>
internal sealed class CrossValidationFlow(Surroundings surroundings, FoldsRequest request)
{
    private readonly Screen screen = surroundings.Screen;

    public void Run(CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.Now;
        var data = FoldData.Load(screen, request, cancellationToken);
        var runs = new FoldRuns(screen, request, data);
        if (Work(runs, cancellationToken) is not var (sets, findings))
        {
            runs.TellMissing();
            SketchWarning.Show(screen, data.Set);
            return;
        }

        var folder = FoldReport.Write(
            request.ResultsFolder, "crossvalidate", Title(),
            FoldsDescriber.Describe(request, data, started, "crossvalidate", request.Experiments), sets, findings);
        FoldsNotice.Show(screen, sets, findings, folder, request.Quiet);
        SketchWarning.Show(screen, data.Set);
    }

    private string Title()
    {
        var names = string.Join(", ", request.Names);
        return request.Protocol switch
        {
            { Kind: ProtocolKind.Nested } => $"Nested cross-validation of {names}",
            { IsWarm: true } => $"Warm-started folds of {names} beside folds from scratch",
            _ => $"Cross-validation of {names}",
        };
    }

    /// <summary>Null where other parts have still to run theirs.</summary>
    private (ImmutableArray<FoldSet> Sets, IReadOnlyList<string> Findings)? Work(FoldRuns runs, CancellationToken cancellationToken)
    {
        if (request.Protocol.Kind == ProtocolKind.Nested)
        {
            return runs.RunNested(cancellationToken) is { } nested
                ? ([nested], ["The mean is what to expect of choosing like this and training the chosen one on all rows."])
                : null;
        }

        if (!request.Protocol.IsWarm)
            return runs.Run(request.Experiments[0], cancellationToken) is { } set ? ([set], []) : null;

        return runs.RunWarm((NetworkExperiment)request.Experiments[0], cancellationToken) is var (warm, clean)
            ? ([warm, clean], [WarmStartLeak.Of(warm.Folds, clean.Folds).ToString()])
            : null;
    }
}
