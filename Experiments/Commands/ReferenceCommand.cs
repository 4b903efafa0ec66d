using System.CommandLine;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>reference</c>: keeps the outcome of a reproduction in the repository, and README's table with it.</summary>
internal static class ReferenceCommand
{
    public static Command Create(Surroundings surroundings) =>
        new Command("reference", "Keep the outcome of 'reproduce' in results/reference, and README's table with it.") { Update(surroundings), Readme(surroundings) }
            .WithExamples(
                ("reference update", "take over what 'reproduce all' came to"),
                ("reference readme", "make README's table of it"));

    private static Command Update(Surroundings surroundings)
    {
        var results = new Option<string?>("--results") { Description = "Folder that 'reproduce' wrote into [default: results/ of the repository]", HelpName = "DIR" };
        var command = new Command("update", "Take tables and figures of the last reproduction over into results/reference.") { results };
        command.SetAction(line =>
        {
            var pages = Path.Combine(Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder), "reproduction");
            var files = new ReferenceResults(surroundings.Workplace.ReferenceFolder).Update(pages);
            surroundings.Screen.Wrapped("taken over", $"{Display.Figures.Count(files)} files into {surroundings.Workplace.ReferenceFolder}; 'reference readme' brings README's table up to date");
            return ExitCode.Success;
        });
        return command.WithExamples(("reference update", "after 'reproduce all'"));
    }

    private static Command Readme(Surroundings surroundings)
    {
        var command = new Command("readme", "Make the table of results in README.md from results/reference.");
        command.SetAction(_ =>
        {
            var path = Path.Combine(surroundings.Workplace.Root, "README.md");
            if (!File.Exists(path))
                throw new FileNotFoundException($"README.md was expected at '{path}', but it is not there; run this within the repository.");
            var before = File.ReadAllText(path);
            var after = ReadmeTable.InsertInto(before, new ReferenceResults(surroundings.Workplace.ReferenceFolder).SummaryPath);
            if (before != after)
                File.WriteAllText(path, after);
            surroundings.Screen.Wrapped("README.md", before == after ? "is up to date" : "has the new table");
            return ExitCode.Success;
        });
        return command.WithExamples(("reference readme", "after 'reference update'"));
    }
}
