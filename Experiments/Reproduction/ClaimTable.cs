using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>Claims in a table.</summary>
internal static class ClaimTable
{
    /// <summary>What the columns mean.</summary>
    public const string Explanation =
        "Ours is the mean over seeds, with their standard deviation in points; minutes are those of one run. The interval, from and to, is Student's 95 % interval of that mean, but never narrower than what the number of test images leaves "
        + "(Wilson's 95 % interval). A claim is reproduced where the reported figure, as far as it is printed, lies within it.";

    public static PageTable Of(string name, string caption, IEnumerable<Claim> claims) => new(
        name, caption,
        ["experiment", "model", "reported", "ours", "deviation", "from", "to", "seeds", "minutes", "verdict"],
        [.. claims.Select(claim => (System.Collections.Immutable.ImmutableArray<PageCell>)
        [
            claim.Experiment.Name,
            claim.Experiment.Title,
            PageCell.Percent(claim.Experiment.Reported?.Test),
            PageCell.Percent(claim.Ours?.Mean),
            PageCell.Deviation(claim.Ours?.StandardDeviation),
            PageCell.Percent(claim.Interval?.Lower),
            PageCell.Percent(claim.Interval?.Upper),
            PageCell.Count(claim.Runs.Length),
            PageCell.Number(claim.Runs.IsEmpty ? null : claim.Runs.Average(run => run.Duration.TotalMinutes), 1),
            new PageCell(claim.Sentence, Tone: claim.Tone),
        ])]);
}
