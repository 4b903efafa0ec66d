using System.CommandLine;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>report --all</c>: every run of a results folder on one page.</summary>
internal static class ReportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var all = new Option<bool>("--all") { Description = "Every finished run of the results folder (required)" };
        var results = new Option<string?>("--results")
        {
            Description = "Folder of the run folders [default: results/ of the repository]",
            HelpName = "DIR",
        };
        var command = new Command("report", "Put finished runs on one page, with tables for programs beside it.") { all, results };
        command.SetAction(line =>
        {
            if (!line.GetValue(all))
                throw new ArgumentException("'report' expects --all, but received none; each single run has its report.html already, and 'report --all' puts all runs on one page.");
            var page = RunSetReport.Write(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder);
            surroundings.Screen.Wrapped("report", page);
            return ExitCode.Success;
        });
        return command.WithExamples(("report --all", "all runs so far: a table to sort, curves to compare"));
    }
}
