namespace MlNetFashion.Tests.Support;

/// <summary>Finds the files that tests read but the repository does not hold: reference files and data sets beside it.</summary>
public static class SharedFiles
{
    /// <summary>The repository's root: the nearest folder above the test binaries that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The full path of <paramref name="relative"/> under <c>../shared</c>, or null where it is absent.</summary>
    public static string? Find(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", relative));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    /// <summary>As <see cref="Find"/>, but skips the running <c>SkippableFact</c> or <c>SkippableTheory</c> where the file is absent.</summary>
    public static string Require(string relative)
    {
        var path = Find(relative);
        Xunit.Skip.If(path is null, $"../shared/{relative} is not here.");
        return path!;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlNetFashion.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds MlNetFashion.sln.");
    }
}
