using MlNetFashion.Experiments.Running;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class WorkplaceTests
{
    [Fact]
    public void The_folders_are_the_same_from_anywhere_in_the_repository()
    {
        using var repository = new TemporaryFolder();
        File.WriteAllText(Path.Combine(repository.Path, "MlNetFashion.sln"), "");
        var inside = Directory.CreateDirectory(Path.Combine(repository.Path, "Experiments", "bin")).FullName;

        Assert.Equal(Workplace.Find(repository.Path, Path.GetTempPath()), Workplace.Find(inside, Path.GetTempPath()));
        Assert.Equal(Path.Combine(repository.Path, "results"), Workplace.Find(inside, Path.GetTempPath()).ResultsFolder);
        Assert.Equal(Path.Combine(repository.Path, "data"), Workplace.Find(inside, Path.GetTempPath()).DataFolder);
    }

    [Fact]
    public void Elsewhere_the_program_s_own_repository_counts_then_the_current_folder()
    {
        using var repository = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(Path.Combine(repository.Path, "MlNetFashion.sln"), "");

        Assert.Equal(repository.Path, Workplace.Find(elsewhere.Path, repository.Path).Root);
        Assert.Equal(elsewhere.Path, Workplace.Find(elsewhere.Path, elsewhere.Path).Root);
    }
}
