using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Reports;

public class ReferenceTests
{
    private const string Summary = """
        { "format": 1, "tables": [ { "name": "claims", "rows": [
          { "experiment": "a/one", "reported": 0.9, "ours": 0.91234, "deviation": 0.001, "from": 0.9, "to": 0.92, "seeds": 3, "verdict": "better by 1.23 points" },
          { "experiment": "a/two", "reported": 0.8, "ours": null, "deviation": null, "from": null, "to": null, "seeds": 0, "verdict": "not run yet" } ] } ] }
        """;

    private const string Readme = "# A\n\n## What you get\n\nThis.\n\n## Commands\n\nThose.\n";

    [Fact]
    public void The_table_in_README_is_that_of_the_committed_results()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md"));
        var reference = new ReferenceResults(new Workplace(SharedFiles.RepositoryRoot).ReferenceFolder);

        Assert.Equal(readme, ReadmeTable.InsertInto(readme, reference.SummaryPath));
    }

    [Fact]
    public async Task Results_are_taken_over_and_README_follows_them()
    {
        using var repository = new TemporaryFolder();
        var pages = Directory.CreateDirectory(Path.Combine(repository.Path, "results", "reproduction", "figures")).Parent!.FullName;
        var readme = Path.Combine(repository.Path, "README.md");
        File.WriteAllText(readme, Readme);
        File.WriteAllText(Path.Combine(pages, "summary.json"), Summary);
        File.WriteAllText(Path.Combine(pages, "summary.html"), "a page");
        File.WriteAllText(Path.Combine(pages, "figures", "a.svg"), "a figure");

        Assert.Equal(ExitCode.Success, await Run(repository.Path, "reference", "update"));
        Assert.Equal(ExitCode.Success, await Run(repository.Path, "reference", "readme"));

        var reference = Path.Combine(repository.Path, "results", "reference");
        Assert.Equal(["figures/a.svg", "summary.json"], Directory.EnumerateFiles(reference, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(reference, file).Replace('\\', '/')).Order());
        var text = File.ReadAllText(readme);
        Assert.Contains("| `a/one` | 90.00 % | 91.23 % | 0.10 | 90.00 % to 92.00 % | 3 | better by 1.23 points |", text, StringComparison.Ordinal);
        Assert.EndsWith("## Commands\n\nThose.\n", text, StringComparison.Ordinal);

        // A figure changed by hand is found and put right; without results there is no table.
        var summary = Path.Combine(reference, "summary.json");
        Assert.NotEqual(text.Replace("91.23", "93.21", StringComparison.Ordinal), ReadmeTable.InsertInto(text.Replace("91.23", "93.21", StringComparison.Ordinal), summary));
        Assert.Equal(text, ReadmeTable.InsertInto(text, summary));
        Assert.DoesNotContain("a/one", ReadmeTable.InsertInto(text, Path.Combine(reference, "nothing.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "warning": "A QUICK LOOK: few images.", "tables": [] }""")]
    [InlineData("""{ "tables": [ { "name": "claims", "rows": [ { "ours": null } ] } ] }""")]
    [InlineData("no json")]
    public void A_look_is_no_reference(string summary)
    {
        using var repository = new TemporaryFolder();
        File.WriteAllText(Path.Combine(repository.Path, "summary.json"), summary);
        var reference = Path.Combine(repository.Path, "reference");

        Assert.Throws<InvalidDataException>(() => new ReferenceResults(reference).Update(repository.Path));

        Assert.False(Directory.Exists(reference));
    }

    private static async Task<int> Run(string root, params string[] line)
    {
        using var output = new StringWriter();
        var screen = new Screen(output, output, new ScreenTraits(IsLive: false, HasColours: false, 100));
        return await CommandLine.RunAsync(line, new Surroundings(screen, new Workplace(root)), CancellationToken.None);
    }
}
