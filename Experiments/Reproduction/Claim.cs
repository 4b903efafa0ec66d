using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>A reported test accuracy, what the same came to here over seeds, and how the two stand to each other.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Runs">A finished run a seed; none where it was not run. Of a grid, its best point; of folds, the last fold.</param>
/// <param name="IsComparable">Whether the runs are on the report's data and of the declared length.</param>
internal sealed record Claim(Experiment Experiment, ImmutableArray<RunRecord> Runs, bool IsComparable)
{
    /// <summary>Our accuracy over seeds; null where nothing was run.</summary>
    public Spread? Ours { get; } = Runs.IsEmpty ? null : Spread.Of([.. Runs.Select(run => run.Accuracy)]);

    /// <summary>
    /// What our mean may be off by: over several seeds Student's 95 % interval of the mean, but no less than the 95 % interval that the number
    /// of test images leaves (Wilson), since the report's figure has that uncertainty too.
    /// </summary>
    public Interval? Interval
    {
        get
        {
            if (Ours is not { } ours)
                return null;
            var rows = Runs[0].AccuracyInterval.HalfWidth;
            var seeds = ours.Count > 1 ? ours.MeanInterval.HalfWidth : 0;
            var half = Math.Max(rows, seeds);
            return new Interval(ours.Mean - half, ours.Mean + half, Runs[0].AccuracyInterval.Level);
        }
    }

    public Verdict Verdict => (Experiment.Reported, Interval) switch
    {
        (null, _) or (_, null) => Verdict.Open,
        _ when !IsComparable => Verdict.NotComparable,
        ({ } reported, { } interval) when reported.Test + reported.Rounding < interval.Lower => Verdict.Better,
        ({ } reported, { } interval) when reported.Test - reported.Rounding > interval.Upper => Verdict.NotReproduced,
        _ => Verdict.Reproduced,
    };

    /// <summary>The verdict as a sentence: where it is not reproduced, why.</summary>
    public string Sentence => Verdict switch
    {
        Verdict.Open => Experiment.Reported is null ? "no figure is reported" : "not run yet",
        Verdict.NotComparable => "not comparable",
        Verdict.Reproduced => "reproduced",
        Verdict.Better => $"better by {Points(Ours!.Mean - Experiment.Reported!.Test)}{(Experiment.FindingWhereBetter is { } why ? ": " + why : "")}",
        Verdict.NotReproduced => $"not reproduced, {Points(Experiment.Reported!.Test - Ours!.Mean)} short: {Why}",
        _ => throw new InvalidOperationException($"No sentence is written for {Verdict}."),
    };

    public CellTone Tone => Verdict switch
    {
        Verdict.Reproduced or Verdict.Better => CellTone.Good,
        Verdict.NotReproduced => CellTone.Bad,
        _ => CellTone.None,
    };

    private string Why => Experiment.Finding
        ?? (Experiment.Assumptions.IsEmpty ? "not explained yet" : $"not explained yet; open in the report: {string.Join("; ", Experiment.Assumptions)}");

    private static string Points(double share) => Figures.Percent(share).Replace(" %", " points", StringComparison.Ordinal);
}
