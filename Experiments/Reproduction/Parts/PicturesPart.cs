using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Pictures of the data, as a report shows them.</summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report says to them.</param>
/// <param name="Draw">Makes them.</param>
internal sealed record PicturesPart(string Heading, string Text, Func<ReportContext, IEnumerable<Figure>> Draw) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Figures([.. Draw(context)]);
    }
}
