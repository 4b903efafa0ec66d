using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Two models on two data sets, with the differences between models and between data sets.</summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report claims.</param>
/// <param name="Models">A model's name, its run on handwritten digits and its run on clothes.</param>
internal sealed record ComparisonPart(string Heading, string Text, ImmutableArray<(string Model, Experiment Digits, Experiment Clothes)> Models) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Table(Table("compare-reported", "As reported.", experiment => experiment.Reported?.Test));
        page.Table(Table("compare-ours", "Ours, means over seeds.", experiment => context.ClaimOf(experiment).Ours?.Mean));
    }

    private PageTable Table(string name, string caption, Func<Experiment, double?> accuracy)
    {
        var rows = Models.Select(model => (model.Model, Digits: accuracy(model.Digits), Clothes: accuracy(model.Clothes))).ToList();
        return new PageTable(
            name, caption, ["model", "MNIST", "Fashion-MNIST", "difference of data sets"],
            [
                .. rows.Select(row => (ImmutableArray<PageCell>)[row.Model, PageCell.Percent(row.Digits), PageCell.Percent(row.Clothes), PageCell.Points(row.Clothes - row.Digits)]),
                ["difference of models", PageCell.Points(rows[^1].Digits - rows[0].Digits), PageCell.Points(rows[^1].Clothes - rows[0].Clothes), PageCell.Points(null)],
            ]);
    }
}
