using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reports;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>The five reports.</summary>
internal static class ReportCatalogue
{
    public static ImmutableArray<Report> All { get; } = [SafaeiReport.Report, KhReport.Report, DalviReport.Report, CloudxLabReport.Report, FitchReport.Report];

    /// <summary>One report by its name, or all of them for "all".</summary>
    /// <exception cref="ArgumentException">There is no such report.</exception>
    public static ImmutableArray<Report> Find(string name)
    {
        if (string.Equals(name, "all", StringComparison.OrdinalIgnoreCase))
            return All;
        if (All.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return [found];
        var names = All.Select(report => report.Name).Append("all").ToArray();
        throw new ArgumentException($"The report '{name}' is unknown; "
            + (NearestMatch.Find(name, names) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", names)}."));
    }
}
