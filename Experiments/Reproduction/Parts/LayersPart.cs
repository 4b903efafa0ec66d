using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>A network's layer table as Keras prints it.</summary>
internal sealed record LayersPart(string Heading, string Text, NetworkExperiment Experiment) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        var summary = Experiment.Architecture.Summarize();
        page.Table(new PageTable(
            $"layers-{PartNames.Of(Experiment)}", $"{Experiment.Name}: {FormattableString.Invariant($"{summary.TotalParameters:N0}")} parameters.",
            ["layer", "type", "output shape", "parameters"],
            [.. summary.Layers.Select(layer => (System.Collections.Immutable.ImmutableArray<PageCell>)[layer.Name, layer.Type, layer.OutputShape, PageCell.Count(layer.Parameters)])]));
    }
}
