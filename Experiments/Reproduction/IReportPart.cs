using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>A section of a report as it is repeated here.</summary>
internal interface IReportPart
{
    /// <summary>Writes the section onto the page from what was run.</summary>
    void Write(ResultPage page, ReportContext context);
}
