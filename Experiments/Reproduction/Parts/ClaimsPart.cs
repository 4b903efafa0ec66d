using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Models with their reported accuracies, ours beside them, and what the report shows of each.</summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report claims.</param>
/// <param name="Experiments">The models.</param>
/// <param name="Shows">What else to show, of the first seed's run.</param>
internal sealed record ClaimsPart(string Heading, string Text, ImmutableArray<Experiment> Experiments, Shows Shows = Shows.Curves) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        var claims = Experiments.Select(context.ClaimOf).ToList();
        page.Table(ClaimTable.Of($"claims-{PartNames.Of(Experiments[0])}", "Test accuracy, reported and ours.", claims));
        foreach (var claim in claims.Where(claim => !claim.Runs.IsEmpty))
            new RunPictures(page, context, claim.Experiment, claim.Runs[0]).Write(Shows);
        var assumed = Experiments.SelectMany(experiment => experiment.Assumptions).Distinct().ToList();
        if (assumed.Count > 0)
            page.Text($"Assumed where the report is silent: {string.Join("; ", assumed)}.");
    }
}
